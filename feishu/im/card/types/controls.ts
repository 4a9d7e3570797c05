/** Blocks that people use, and what a form asks for. */
import type { JsonObject } from '../../../json';
import type { ButtonStyle } from '../colors';
import type { BlockBase, Clickable, Confirmation, ControlWidth, Icon, Link, Words } from './common';

export interface CardButton extends Clickable {
	/** May be left out beside an icon. */
	text?: Words;
	style?: ButtonStyle;
	size?: 'tiny' | 'small' | 'medium' | 'large';
	width?: ControlWidth;
	icon?: Icon;
}

export interface ButtonsBlock extends BlockBase {
	type: 'buttons';
	buttons: readonly CardButton[];
	/** Side by side (default), side by side over the whole width, or one below the other. */
	layout?: 'row' | 'stretch' | 'column';
}

/** Buttons that are folded away behind three dots. */
export interface MenuBlock extends BlockBase {
	type: 'menu';
	/** Each opens a page or gives its value to the app, or both. */
	options: readonly { text: Words; url?: Link; value?: string }[];
	/** What the callback carries besides the option. */
	value?: JsonObject;
	width?: ControlWidth;
	confirm?: Confirmation;
}

export interface Choice {
	text: Words;
	value: string;
	icon?: Icon;
}

/** What all have that people choose or fill in. */
export interface ControlOptions {
	placeholder?: Words;
	width?: ControlWidth;
	disabled?: boolean;
	disabledHint?: Words;
	confirm?: Confirmation;
}

/** Answers at once with a callback. In a form, `inputs` take its place. */
export interface SelectBlock extends BlockBase, ControlOptions {
	type: 'select';
	name?: string;
	/** For people: the open_id as value; without options, everybody in the chat. */
	options?: readonly Choice[];
	people?: boolean;
	/** The value of an option. */
	initial?: string;
	/** What the callback carries besides the choice. */
	value?: JsonObject;
	/** Without a frame around it. */
	plain?: boolean;
	/** Card JSON has selects for several values in forms only. */
	multiple?: boolean;
}

export type DateKind = 'date' | 'time' | 'datetime';

export interface DateBlock extends BlockBase, ControlOptions {
	type: 'date';
	kind?: DateKind;
	name?: string;
	/** `2024-01-31`, `11:30` or `2024-01-31 11:30`; an ISO date is taken by its clock. */
	initial?: string;
	value?: JsonObject;
}

export interface TextInputOptions {
	/** Characters a text may have, 1 to 1000. */
	maxLength?: number;
	labelPosition?: 'top' | 'left';
	/** Of a text of several lines: how many show at first, and at most where the input grows with its text. */
	rows?: number;
	maxRows?: number;
	grows?: boolean;
	/** Of a password: whether a lock stands in front of it. */
	showIcon?: boolean;
	/** What stands in the input in other languages at first. */
	initialLanguages?: { readonly [language: string]: string };
}

/** Answers at once, when what was entered is confirmed. In a form, `inputs` take its place. */
export interface InputBlock extends BlockBase, ControlOptions, TextInputOptions {
	type: 'input';
	kind?: 'text' | 'multiline' | 'password';
	name?: string;
	/** What stands beside the input; `label` is what errors call the block. */
	title?: Words;
	initial?: string;
	value?: JsonObject;
}

/** Images to choose from; several in a form only. */
export interface PicturesBlock extends BlockBase, ControlOptions, PictureOptions {
	type: 'pictures';
	name?: string;
	value?: JsonObject;
}

export interface PictureOptions {
	pictures: readonly PictureChoice[];
	/** How many stand beside each other; two by default. */
	columns?: 1 | 2 | 3;
	aspectRatio?: '1:1' | '16:9' | '4:3';
	/** Whether a click shows the image in full, in a form. */
	preview?: boolean;
}

export interface PictureChoice {
	imageKey: string;
	value?: string;
	hint?: Words;
	disabled?: boolean;
	disabledHint?: Words;
}

/** A box to tick; a task with its buttons. */
export interface CheckboxBlock extends BlockBase, Omit<Clickable, 'action' | 'url'> {
	type: 'checkbox';
	text: Words;
	/** Whether the text is Markdown. */
	rich?: boolean;
	name?: string;
	checked?: boolean;
	/** How the text looks once it is ticked. */
	strike?: boolean;
	opacity?: number;
	/** Up to three small buttons beside it. */
	buttons?: readonly CardButton[];
	/** Whether the buttons show only while the pointer rests on it. */
	buttonsOnHover?: boolean;
	/** Whether a click that ticks it is told to the app; it is by default. */
	tells?: boolean;
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
	| 'picture'
	| 'multiPicture'
	| DateKind
	| 'checkbox';

export interface FormInput extends ControlOptions, TextInputOptions, Partial<PictureOptions> {
	kind: InputKind;
	/** The property of `form_value` in the callback; unique in the card. */
	name: string;
	label?: Words;
	required?: boolean;
	options?: readonly Choice[];
	/** As the kind has it: a text, values of options, a date, true or false. */
	initial?: unknown;
	/** Of a select: without a frame around it. */
	plain?: boolean;
}

export interface FormOf<Inner> extends BlockBase {
	type: 'form';
	/** Unique in the card. */
	name: string;
	/** Inputs, and any other blocks between them. */
	inputs: readonly (FormInput | Inner)[];
	submit?: CardButton;
	/** The text of a button that empties the form. */
	reset?: Words | boolean;
}
