/** What a form asks for, as the fields of a panel: which control takes one, which takes several, and what goes in. */
import type { Widget } from './widget';

export interface Column {
	/** Under which its value is kept. */
	key: string;
	name: string;
	type: 'string' | 'number' | 'dateTime' | 'options';
	required: boolean;
	/** Values with their words. */
	choices?: ReadonlyArray<{ value: string; text: string }>;
}

/** A part of a control that has a field of its own. */
interface Part {
	/** As the control's value is told in pieces; empty for the control itself. */
	part: string;
	/** Behind the control's name; empty for the control itself. */
	named: string;
	type: Column['type'];
	/** What the box does not show. */
	takes?: string;
	isOptional?: true;
}

const one = (type: Column['type'], takes?: string): Part[] => [{ part: '', named: '', type, takes }];

const PERIOD: Part[] = [
	{ part: 'start', named: 'start', type: 'dateTime' },
	{ part: 'end', named: 'end', type: 'dateTime' },
];

const FILES = one('string', 'file fields');

/** How many options a name lists, and how many characters of them. */
const [LISTED, LONGEST] = [5, 24];

/** The panel cuts long names. */
function listed(names: readonly string[]): string {
	const shown = names.slice(0, LISTED);
	while (shown.length > 1 && shown.join(', ').length > LONGEST) shown.pop();
	return shown.join(', ') + (names.length > shown.length ? ', …' : '');
}

/** What can be filled in through the API, by the type of the control. @see …/approval-instance-form-control-parameters */
const PARTS: Readonly<Record<string, (widget: Widget) => Part[]>> = {
	input: () => one('string'),
	textarea: () => one('string'),
	number: () => one('number'),
	amount: ({ currencies }) => (currencies.length > 1 ? one('string', `100 ${currencies[0] ?? 'CNY'}`) : one('number')),
	formula: () => one('number', 'computed'),
	date: () => one('dateTime'),
	dateInterval: () => PERIOD,
	radio: ({ options }) => one(options.length > 0 ? 'options' : 'string'),
	radioV2: ({ options }) => one(options.length > 0 ? 'options' : 'string'),
	checkbox: ({ options }) => one('string', listed(options.map(({ text }) => text)) || 'options'),
	checkboxV2: ({ options }) => one('string', listed(options.map(({ text }) => text)) || 'options'),
	contact: () => one('string', 'e-mail or name'),
	department: () => one('string', 'name'),
	connect: () => one('string', 'codes'),
	document: () => one('string', 'address'),
	attachment: () => FILES,
	attachmentV2: () => FILES,
	image: () => FILES,
	imageV2: () => FILES,
	address: ({ detailed }) => [
		{ part: 'district', named: '', type: 'string', takes: 'district' },
		...(detailed ? [{ part: 'detail', named: 'details', type: 'string' as const, isOptional: true as const }] : []),
	],
	telephone: () => one('string', '+86 …'),
	// As text: the panel shows an empty box for a list as broken JSON.
	fieldList: () => one('string', 'JSON rows'),
	shiftGroup: () => [
		{ part: 'shiftTime', named: 'shift', type: 'dateTime' },
		{ part: 'returnTime', named: 'shift in return', type: 'dateTime' },
		{ part: 'reason', named: 'reason', type: 'string' },
	],
};

/** Groups of controls, which take those in them one by one. */
export const GROUPS: ReadonlySet<string> = new Set(['leaveGroup', 'leaveGroupV2', 'workGroup', 'outGroup']);

/** Whether the API takes a value for it. */
export const isCreatable = ({ type }: Widget): boolean => type in PARTS || GROUPS.has(type);

/** Parts of a leave that the client asks for with some kinds of leave only, which the definition does not say. */
const WITH_SOME_KINDS = /^widgetLeave(?:Certification|GroupFeeding)/;

/** Whether a value has to be given; not of what is shown for some values of others only. */
export const isRequired = (widget: Widget): boolean =>
	widget.required && !widget.conditional && isCreatable(widget) && !WITH_SOME_KINDS.test(widget.id);

/** What is no matter of whoever fills in the form: words, and numbers that the platform gives. */
const BY_ITSELF: ReadonlySet<string> = new Set(['text', 'serialNumber']);

/** The controls that the client alone can fill in, and asks for: no program can start this approval. */
export function onlyInClient(widgets: readonly Widget[]): Widget[] {
	return widgets.filter(
		(widget) => widget.required && !widget.conditional && !isCreatable(widget) && !BY_ITSELF.has(widget.type),
	);
}

/** Between the ID of a control and the name of its part. */
const MARK = ':';

export function columnsOf(widgets: readonly Widget[]): Column[] {
	return widgets.flatMap((widget) => columnsFor(widget));
}

function columnsFor(widget: Widget, inGroup?: Widget): Column[] {
	const { id, type, name, options } = widget;
	if (GROUPS.has(type)) return widget.children.flatMap((child) => columnsFor(child, widget));
	return (PARTS[type]?.(widget) ?? []).map(({ part, named, type: shown, takes, isOptional }) => ({
		key: part === '' ? id : `${id}${MARK}${part}`,
		name: [
			inGroup ? `${inGroup.name} → ${name}` : name,
			named === '' ? '' : ` (${named})`,
			takes ? ` (${takes})` : '',
		].join(''),
		type: shown,
		required: isRequired(widget) && !isOptional && !(inGroup?.conditional ?? false),
		...(shown === 'options' && { choices: options }),
	}));
}

/** Which control a key belongs to, and which part of it. */
export function partOf(key: string): { id: string; part: string } {
	const at = key.lastIndexOf(MARK);
	return at < 0 ? { id: key, part: '' } : { id: key.slice(0, at), part: key.slice(at + 1) };
}
