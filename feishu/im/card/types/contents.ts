/** Blocks that show something. */
import type { JsonObject } from '../../../json';
import type { Alignment, BlockBase, Icon, VerticalAlignment, Words } from './common';

export interface MarkdownBlock extends BlockBase {
	type: 'markdown';
	/** CommonMark and GFM as people write it. */
	text: Words;
	/** Whether the text is what a card takes already, so that nothing of it is changed. */
	ready?: boolean;
	size?: string;
	align?: Alignment;
	icon?: Icon;
}

/** Names are plain text, values are Markdown. */
export interface FieldsBlock extends BlockBase {
	type: 'fields';
	fields: readonly { name: string; value: string }[];
	columns?: 1 | 2 | 3;
}

export type ImageSize = 'fit' | 'bleed' | 'stretch' | 'large' | 'medium' | 'small' | 'tiny';

export interface ImageBlock extends BlockBase {
	type: 'image';
	imageKey: string;
	/** Other images for other languages. */
	languages?: { readonly [language: string]: string };
	alt?: Words;
	title?: Words;
	/** The whole image by default; `bleed` fills the card from edge to edge, the others crop. Pixels from 1 to 1000. */
	size?: ImageSize | { width: number; height: number };
	/** What is left of an image that is cropped. */
	crop?: 'center' | 'top';
	/** Rounded corners: pixels, or as the platform writes it: `5%`. */
	radius?: number | string;
	/** Whether a click shows the image in full; it does by default. */
	preview?: boolean;
	/** Whether the ground is transparent; white by default. */
	transparent?: boolean;
}

/** Several images in a grid: two or three of different sizes, or rows of two or three squares. */
export interface ImagesBlock extends BlockBase {
	type: 'images';
	/** Up to nine. */
	imageKeys: readonly string[];
	/** By the number of images unless given. */
	grid?: 'double' | 'triple' | 'bisect' | 'trisect';
	radius?: number | string;
	transparent?: boolean;
}

export interface DividerBlock extends BlockBase {
	type: 'divider';
}

export type ColumnType = 'text' | 'lark_md' | 'markdown' | 'number' | 'options' | 'persons' | 'date';

export interface NumberFormat {
	/** 0 to 10 decimal places. */
	precision?: number;
	/** One character in front, such as ¥. */
	symbol?: string;
	/** Whether thousands are separated. */
	separator?: boolean;
}

export interface TableColumn {
	/** The property of a row. */
	key: string;
	title?: string;
	type?: ColumnType;
	/** Pixels from 80 to 600, or as the platform writes it: `120px`, `25%`, `auto`. */
	width?: string | number;
	align?: Alignment;
	verticalAlign?: VerticalAlignment;
	/** Of a number, or of a date, such as `YYYY-MM-DD HH:mm`. */
	format?: NumberFormat | string;
}

export interface TableBlock extends BlockBase {
	type: 'table';
	columns: readonly TableColumn[];
	rows: readonly JsonObject[];
	/** 1 to 10; as many as there are rows by default, up to 10. */
	pageSize?: number;
	/** As high as the text by default; pixels from 32 to 124. */
	rowHeight?: 'low' | 'middle' | 'high' | 'auto' | number;
	/** How high a row may become that is as high as its text: pixels from 32 to 999, which is the default. */
	rowMaxHeight?: number;
	/** Whether the first column stays where it is while the others move. */
	freezeFirstColumn?: boolean;
	header?: {
		align?: Alignment;
		size?: 'normal' | 'heading';
		/** Whether the ground is gray; it is by default. */
		gray?: boolean;
		color?: string;
		bold?: boolean;
		lines?: number;
	};
}

/** Small grey text, Markdown; card JSON 2.0 has no component for it. */
export interface NoteBlock extends BlockBase {
	type: 'note';
	text: Words;
	/** A small image in front. */
	imageKey?: string;
	icon?: Icon;
}

export type AvatarSize = 'extra_small' | 'small' | 'medium' | 'large';

export interface PeopleBlock extends BlockBase {
	type: 'people';
	/** open_id, union_id or user_id. They are shown, not notified. */
	ids: readonly string[];
	size?: AvatarSize;
	showName?: boolean;
	showAvatar?: boolean;
	/** Leaves out ids that the platform does not know, instead of refusing the card. */
	ignoreUnknown?: boolean;
	/** Rows at most. */
	lines?: number;
	icon?: Icon;
}

export interface PersonBlock extends BlockBase {
	type: 'person';
	/** open_id, union_id or user_id. */
	userId: string;
	size?: AvatarSize;
	showName?: boolean;
	showAvatar?: boolean;
	/** Whether name and face stand in a capsule. */
	capsule?: boolean;
}

export interface ChartBlock extends BlockBase {
	type: 'chart';
	/** A VChart specification. @see https://www.visactor.io/vchart */
	spec: JsonObject;
	/** Pixels, 1 to 999. */
	height?: number;
	aspectRatio?: '1:1' | '2:1' | '4:3' | '16:9';
	theme?: 'brand' | 'rainbow' | 'complementary' | 'converse' | 'primary';
	/** Whether a click shows the chart in a window of its own; it does by default. */
	preview?: boolean;
}

/** A player; a card with one can't be forwarded. */
export interface AudioBlock extends BlockBase {
	type: 'audio';
	/** Of an opus file that this app has uploaded. */
	fileKey: string;
	/** Tells players of one card apart. */
	audioId?: string;
	showTime?: boolean;
	showProgress?: boolean;
	disabled?: boolean;
	disabledHint?: Words;
}
