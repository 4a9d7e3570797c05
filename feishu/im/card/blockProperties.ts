import { nearest } from '../nearest';
import type {
	BlockOf,
	BlockType,
	CardButton,
	CardColumn,
	CardFrame,
	CardHeader,
	FormInput,
	TableColumn,
} from './types';

const CLICK = ['action', 'url', 'value', 'confirm', 'disabled', 'disabledHint', 'hint'] as const;
const CONTROL = ['placeholder', 'width', 'disabled', 'disabledHint', 'confirm'] as const;
const LAYOUT = ['direction', 'align', 'verticalAlign', 'gap', 'rowGap', 'padding'] as const;
const TEXT_INPUT = ['maxLength', 'labelPosition', 'rows', 'maxRows', 'grows', 'showIcon', 'initialLanguages'] as const;
const AVATAR = ['size', 'showName', 'showAvatar'] as const;

type Properties = { readonly [Type in BlockType]: ReadonlyArray<keyof BlockOf<Type>> };

/** What each kind of block has besides its kind, its ID and its margin: for whoever lets people name properties. */
const PROPERTIES: Properties = {
	markdown: ['text', 'ready', 'size', 'align', 'icon'],
	fields: ['fields', 'columns'],
	image: ['imageKey', 'languages', 'alt', 'title', 'size', 'crop', 'radius', 'preview', 'transparent'],
	images: ['imageKeys', 'grid', 'radius', 'transparent'],
	divider: [],
	table: ['columns', 'rows', 'pageSize', 'rowHeight', 'rowMaxHeight', 'freezeFirstColumn', 'header'],
	note: ['text', 'imageKey', 'icon'],
	people: ['ids', ...AVATAR, 'ignoreUnknown', 'lines', 'icon'],
	person: ['userId', ...AVATAR, 'capsule'],
	chart: ['spec', 'height', 'aspectRatio', 'theme', 'preview'],
	audio: ['fileKey', 'audioId', 'showTime', 'showProgress', 'disabled', 'disabledHint'],
	buttons: ['buttons', 'layout'],
	menu: ['options', 'value', 'width', 'confirm'],
	select: [...CONTROL, 'name', 'options', 'people', 'initial', 'value', 'plain', 'multiple'],
	date: [...CONTROL, 'kind', 'name', 'initial', 'value'],
	input: [...CONTROL, ...TEXT_INPUT, 'kind', 'name', 'title', 'initial', 'value'],
	pictures: ['disabled', 'disabledHint', 'confirm', 'pictures', 'columns', 'aspectRatio', 'preview', 'name', 'value'],
	checkbox: [
		...(['value', 'confirm', 'disabled', 'disabledHint', 'hint'] as const),
		...(['text', 'rich', 'name', 'checked', 'strike', 'opacity', 'buttons', 'buttonsOnHover', 'tells'] as const),
	],
	form: ['name', 'inputs', 'submit', 'reset'],
	panel: ['title', 'blocks', 'expanded', 'background', 'titleBackground', 'border'],
	columns: ['columns', 'narrow', 'gap', 'align', 'background', 'link'],
	clickable: [...CLICK, ...LAYOUT, 'blocks', 'width', 'height', 'background', 'border', 'radius'],
	elements: ['elements'],
};

interface Parts {
	button: CardButton;
	column: TableColumn;
	cardColumn: CardColumn;
	input: FormInput;
	frame: CardFrame;
	header: CardHeader;
}

/** The same of what blocks and cards consist of. */
const PARTS: { readonly [Part in keyof Parts]: ReadonlyArray<keyof Parts[Part]> } = {
	button: [...CLICK, 'text', 'style', 'size', 'width', 'icon'],
	column: ['key', 'title', 'type', 'width', 'align', 'verticalAlign', 'format'],
	cardColumn: [...LAYOUT, 'width', 'weight', 'background', 'margin', 'link'],
	input: [
		...CONTROL,
		...TEXT_INPUT,
		...(['kind', 'name', 'label', 'required', 'options', 'initial', 'plain'] as const),
		...(['pictures', 'columns', 'aspectRatio', 'preview'] as const),
	],
	frame: [
		...(['summary', 'width', 'link', 'forward', 'forwardClicks', 'locales', 'ownTranslation'] as const),
		...(['textSizes', 'colors', 'layout'] as const),
	],
	header: ['title', 'subtitle', 'rich', 'color', 'icon', 'tags', 'padding'],
};

export type CardPart = keyof Parts;

/** What is wrong with a property of that name: nothing, or what to do about it. */
export function propertyProblem(of: BlockType | CardPart, name: string): string | undefined {
	const known: readonly string[] = Object.hasOwn(PARTS, of)
		? PARTS[of as CardPart]
		: ['id', 'margin', ...PROPERTIES[of as BlockType]];
	if (known.includes(name)) return undefined;
	const guess = nearest(name, known);
	return guess === undefined ? `It has ${known.join(', ')}` : `Did you mean '${guess}'?`;
}
