import { InputError } from '../../input';
import { isObject, text, type JsonObject } from '../../json';
import { BUILDERS } from './blocks';
import { haveAudio } from './check/rules/audio';
import { ELEMENT_ID, optionalText, type BuildContext, type Builder } from './context';
import { bodyOf, configOf, headerOf, linkOf } from './frame';
import { TABLES_LIMIT } from './limits';
import { sidesOf } from './parts';
import type { CardPath } from './path';
import type { Block, CardSpec } from './types';

export type { CardPath };

export interface BuiltCard {
	card: JsonObject;
	/** The block that an element comes from, as errors call it. For `checkCard`. */
	nameOf(path: CardPath): string | undefined;
}

/**
 * Card JSON 2.0 from plain values.
 * @param field the field on the panel that errors belong to
 * @throws InputError that names the block: "Block 3 (Table): …"
 */
export function buildCard(spec: CardSpec, field = 'Card'): JsonObject {
	return buildNamedCard(spec, field).card;
}

/** The same, and which block each element comes from. */
export function buildNamedCard(spec: CardSpec, field = 'Card'): BuiltCard {
	const names = new WeakMap<object, string>();
	const elements = buildBlocks(spec.blocks, {
		field,
		parent: '',
		names,
		room: roomOf(spec.blocks),
		sizes: Object.keys(spec.textSizes ?? {}),
	});
	// Cards with audio must say so themselves.
	const forward = spec.forward ?? (haveAudio(elements) ? false : undefined);
	const card: JsonObject = {
		schema: '2.0',
		config: configOf({ ...spec, forward }, field),
		...linkOf(spec, field),
		...(spec.header && { header: headerOf(spec.header, field) }),
		body: { ...bodyOf(spec, field), elements },
	};
	return { card, nameOf: (path) => nameAt(card, path, names) };
}

interface Surroundings {
	field: string;
	/** Names of the blocks around, with their arrow; empty in the card itself. */
	parent: string;
	names: WeakMap<object, string>;
	room: { tables: number };
	sizes: readonly string[];
	nameless?: () => string;
}

/** Tables that were asked for as such come first; what is left is for those that are found in Markdown. */
function roomOf(blocks: unknown): { tables: number } {
	const listed = Array.isArray(blocks) ? (blocks as unknown[]).filter(isObject) : [];
	const count = listed.flatMap((block) =>
		block.type === 'table' ? [block] : Array.isArray(block.elements) ? block.elements.filter(isTable) : [],
	).length;
	return { tables: Math.max(0, TABLES_LIMIT - count) };
}

function isTable(element: unknown): boolean {
	return isObject(element) && element.tag === 'table';
}

function buildBlocks(blocks: unknown, around: Surroundings): JsonObject[] {
	if (!Array.isArray(blocks)) throw new InputError(around.field, `${around.parent}Blocks: these are no list`);
	return (blocks as readonly unknown[]).flatMap((block, index) => buildBlock(block, index, around));
}

function buildBlock(block: unknown, index: number, around: Surroundings): JsonObject[] {
	const { field, parent, names } = around;
	const type = isObject(block) ? text(block.type) : '';
	const builder = Object.hasOwn(BUILDERS, type) ? (BUILDERS[type as Block['type']] as Builder) : undefined;
	if (!isObject(block) || !builder)
		throw new InputError(
			field,
			`${parent}Block ${index + 1}: '${type}' is no kind of block`,
			`One of ${Object.keys(BUILDERS).join(', ')}`,
		);
	const name = parent + (text(block.label) || `Block ${index + 1} (${builder.name})`);
	const context: BuildContext = {
		root: parent === '',
		nameless: around.nameless,
		room: around.room,
		sizes: around.sizes,
		error: (message, advice) => new InputError(field, `${name}: ${message}`, advice),
		children: (inner, part, nameless = around.nameless) =>
			buildBlocks(inner, {
				...around,
				nameless,
				parent: `${name} → ${part === undefined ? '' : `${part} → `}`,
			}),
	};
	const { margin } = block as unknown as Block;
	const built = builder.build(block as unknown as Block, context);
	const sides = sidesOf(context, 'margin', margin, -99);
	const elements = withId(
		Object.keys(sides).length === 0 ? built : built.map((element) => ({ ...element, ...sides })),
		block.id,
		context,
	);
	for (const element of elements) names.set(element, name);
	return elements;
}

/** The first element carries the id of the block. */
function withId(elements: JsonObject[], id: unknown, context: BuildContext): JsonObject[] {
	const wanted = optionalText(id);
	if (wanted === '') return elements;
	if (!ELEMENT_ID.test(wanted))
		throw context.error(
			`the ID '${wanted}' is not possible`,
			'A letter, then letters, digits and underscores, 20 characters at most',
		);
	return elements.map((element, index) => (index === 0 ? { ...element, element_id: wanted } : element));
}

function nameAt(card: JsonObject, path: CardPath, names: WeakMap<object, string>): string | undefined {
	let found: string | undefined;
	let here: unknown = card;
	for (const step of path) {
		if (typeof here !== 'object' || here === null) break;
		here = (here as { [step: string | number]: unknown })[step];
		if (typeof here === 'object' && here !== null) found = names.get(here) ?? found;
	}
	return found ?? (path[0] === 'header' ? 'Header' : undefined);
}
