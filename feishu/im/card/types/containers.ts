/** Blocks that hold others; `Inner` is any block. */
import type { JsonObject } from '../../../json';
import type { BlockBase, Clickable, Alignment, Gap, Layout, Link, Words } from './common';

/** Folded away until it is opened. */
export interface PanelOf<Inner> extends BlockBase {
	type: 'panel';
	/** Markdown. */
	title: Words;
	blocks: readonly Inner[];
	expanded?: boolean;
	/** Colors of the ground and of the title's ground. */
	background?: string;
	titleBackground?: string;
	/** Whether there is a border around it; there is by default. */
	border?: boolean;
}

export interface ColumnOf<Inner> extends Layout {
	blocks: readonly Inner[];
	/** A share of the width (weight 1 to 5, the default), as wide as what is in it, or pixels from 16 to 600. */
	width?: 'weighted' | 'auto' | number;
	weight?: number;
	background?: string;
	margin?: number | string;
	/** Opens at a click on the column. */
	link?: Link;
}

/** Free blocks beside each other. */
export interface ColumnsOf<Inner> extends BlockBase {
	type: 'columns';
	columns: readonly ColumnOf<Inner>[];
	/** What becomes of the columns where the screen is narrow. */
	narrow?: 'none' | 'stretch' | 'flow' | 'bisect' | 'trisect';
	gap?: Gap;
	align?: Alignment;
	background?: string;
	link?: Link;
}

/** Blocks that can be clicked as one. */
export interface ClickableOf<Inner> extends BlockBase, Clickable, Layout {
	type: 'clickable';
	blocks: readonly Inner[];
	/** As wide as the place (default), as what is in it, or pixels from 16 to 999. */
	width?: 'fill' | 'auto' | number;
	/** As high as what is in it (default), or pixels from 10 to 999. */
	height?: 'auto' | number;
	background?: string;
	/** The color of a border; none when left out. */
	border?: string;
	radius?: number | string;
}

/** Elements of card JSON 2.0 as they are. */
export interface ElementsBlock extends BlockBase {
	type: 'elements';
	elements: readonly JsonObject[];
}
