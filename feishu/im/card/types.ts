/**
 * A card in plain values, from which `buildCard` makes card JSON 2.0. Values come from fields that people fill in and
 * from expressions, so every builder checks what it gets.
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-structure
 */
import type { JsonObject } from '../../json';
import type { ButtonStyle, HeaderColor, TagColor } from './colors';

export interface CardSpec {
	header?: CardHeader;
	blocks: readonly Block[];
	/** What chat lists and notifications show instead of the card's beginning. */
	summary?: string;
	/** 600 px at most by default, 400 px when compact, or as wide as the chat. */
	width?: 'default' | 'compact' | 'fill';
	/** Opens on a click anywhere in the card. */
	link?: string;
	/** Whether the card may be forwarded; the platform allows it by default. */
	forward?: boolean;
	/** Text that is typed out in the client while it is updated. */
	streaming?: boolean | Streaming;
}

/** @see https://open.feishu.cn/document/feishu-cards/streaming-updates-openapi-overview */
export interface Streaming {
	/** Milliseconds between two steps. */
	frequency?: number;
	/** Characters a step. */
	step?: number;
	/** Whether text that is still being typed out appears at once when more arrives (fast), or is waited for (delay). */
	strategy?: 'fast' | 'delay';
}

export interface CardHeader {
	title: string;
	subtitle?: string;
	color?: HeaderColor;
	/** A token of the icon library, or an uploaded image. */
	icon?: string | { imageKey: string };
	/** Up to three. */
	tags?: readonly { text: string; color?: TagColor }[];
}

interface BlockBase {
	/** What errors call the block, instead of its position and kind. */
	label?: string;
	/** `element_id`, by which the block is updated later: a letter, then letters, digits and _, 20 characters at most. */
	id?: string;
}

export type Alignment = 'left' | 'center' | 'right';

export interface MarkdownBlock extends BlockBase {
	type: 'markdown';
	text: string;
	size?: string;
	align?: Alignment;
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
	alt?: string;
	title?: string;
	/** The whole image by default; `bleed` fills the card from edge to edge, the others crop. */
	size?: ImageSize;
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
	/** Of a number, or of a date, such as `YYYY-MM-DD HH:mm`. */
	format?: NumberFormat | string;
}

export interface TableBlock extends BlockBase {
	type: 'table';
	columns: readonly TableColumn[];
	rows: readonly JsonObject[];
	/** 1 to 10; as many as there are rows by default, up to 10. */
	pageSize?: number;
}

/** Small grey text, Markdown; card JSON 2.0 has no component for it. */
export interface NoteBlock extends BlockBase {
	type: 'note';
	text: string;
	/** A small image in front. */
	imageKey?: string;
}

export interface PeopleBlock extends BlockBase {
	type: 'people';
	/** open_id, union_id or user_id. They are shown, not notified. */
	ids: readonly string[];
	size?: 'extra_small' | 'small' | 'medium' | 'large';
	showName?: boolean;
	showAvatar?: boolean;
	/** Leaves out ids that the platform does not know, instead of refusing the card. */
	ignoreUnknown?: boolean;
	/** Rows at most. */
	lines?: number;
}

export interface ChartBlock extends BlockBase {
	type: 'chart';
	/** A VChart specification. @see https://www.visactor.io/vchart */
	spec: JsonObject;
	/** Pixels, 1 to 999. */
	height?: number;
	aspectRatio?: '1:1' | '2:1' | '4:3' | '16:9';
	theme?: 'brand' | 'rainbow' | 'complementary' | 'converse' | 'primary';
}

export interface Confirmation {
	title: string;
	text: string;
}

export interface CardButton {
	text: string;
	style?: ButtonStyle;
	/** A link when there is a URL, otherwise a callback. */
	action?: 'link' | 'callback';
	url?: string;
	/** What the callback carries; the platform's SDKs take objects only. */
	value?: JsonObject;
	confirm?: Confirmation;
	disabled?: boolean;
}

export interface ButtonsBlock extends BlockBase {
	type: 'buttons';
	buttons: readonly CardButton[];
	/** Side by side (default), side by side over the whole width, or one below the other. */
	layout?: 'row' | 'stretch' | 'column';
}

export interface Choice {
	text: string;
	value: string;
}

/** Answers at once with a callback. In a form, `inputs` take its place. */
export interface SelectBlock extends BlockBase {
	type: 'select';
	name?: string;
	placeholder?: string;
	/** For people: the open_id as value; without options, everybody in the chat. */
	options?: readonly Choice[];
	people?: boolean;
	/** The value of an option. */
	initial?: string;
	/** What the callback carries besides the choice. */
	value?: JsonObject;
	/** Card JSON has selects for several values in forms only. */
	multiple?: boolean;
}

export type DateKind = 'date' | 'time' | 'datetime';

export interface DateBlock extends BlockBase {
	type: 'date';
	kind?: DateKind;
	name?: string;
	placeholder?: string;
	/** `2024-01-31`, `11:30` or `2024-01-31 11:30`; an ISO date is taken by its clock. */
	initial?: string;
	value?: JsonObject;
}

export type InputKind =
	| 'text'
	| 'multiline'
	| 'password'
	| 'number'
	| 'select'
	| 'multiSelect'
	| 'person'
	| 'multiPerson'
	| DateKind
	| 'checkbox';

export interface FormInput {
	kind: InputKind;
	/** The property of `form_value` in the callback; unique in the card. */
	name: string;
	label?: string;
	placeholder?: string;
	required?: boolean;
	options?: readonly Choice[];
	/** As the kind has it: a text, values of options, a date, true or false. */
	initial?: unknown;
	/** Characters a text may have, 1 to 1000. */
	maxLength?: number;
}

export interface FormBlock extends BlockBase {
	type: 'form';
	/** Unique in the card. */
	name: string;
	inputs: readonly FormInput[];
	submit?: { text?: string; style?: ButtonStyle; value?: JsonObject; confirm?: Confirmation };
	/** The text of a button that empties the form. */
	reset?: string | boolean;
}

/** Folded away until it is opened. */
export interface PanelBlock extends BlockBase {
	type: 'panel';
	/** Markdown. */
	title: string;
	blocks: readonly Block[];
	expanded?: boolean;
}

export interface ColumnsBlock extends BlockBase {
	type: 'columns';
	/** `weight` is the share of the width, 1 to 5. */
	columns: readonly { blocks: readonly Block[]; weight?: number }[];
}

/** Elements of card JSON 2.0 as they are. */
export interface ElementsBlock extends BlockBase {
	type: 'elements';
	elements: readonly JsonObject[];
}

export type Block =
	| MarkdownBlock
	| FieldsBlock
	| ImageBlock
	| DividerBlock
	| TableBlock
	| NoteBlock
	| PeopleBlock
	| ChartBlock
	| ButtonsBlock
	| SelectBlock
	| DateBlock
	| FormBlock
	| PanelBlock
	| ColumnsBlock
	| ElementsBlock;

export type BlockType = Block['type'];
export type BlockOf<Type extends BlockType> = Extract<Block, { type: Type }>;
