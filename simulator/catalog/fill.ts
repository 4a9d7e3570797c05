import { randomUUID } from 'node:crypto';
import { newId } from '../platform/ids';
import { isObjectShape, type ObjectShape, type Shape } from './shapes';

export type Data = Record<string, unknown>;

/** What the values that nobody gave are made from. */
export interface Surroundings {
	/** Milliseconds. */
	now: number;
	/** Who calls, as an open_id. */
	caller: string;
	/** Somebody, where an answer names a person. */
	person: string;
	chat: string;
	/** What the path says, by parameter. */
	params: Readonly<Record<string, string>>;
}

const short = () => newId.long().slice(-10);

/** Ids in the forms of their kind, by the end of a name. */
const IDS: readonly { name: RegExp; value: () => string }[] = [
	{ name: /^app_token$/, value: () => newId.block().replace('doxcn', 'bascn') },
	{ name: /^spreadsheet_token$/, value: () => newId.block().replace('doxcn', 'shtcn') },
	{ name: /^(file_token|obj_token|token|document_id)$/, value: newId.block },
	{ name: /^table_id$/, value: () => `tbl${short()}` },
	{ name: /^view_id$/, value: () => `vew${short()}` },
	{ name: /^field_id$/, value: () => `fld${short()}` },
	{ name: /^record_id$/, value: () => `rec${short()}` },
	{ name: /^role_id$/, value: () => `rol${short()}` },
	{ name: /^calendar_id$/, value: () => `feishu.cn_${short()}@group.calendar.feishu.cn` },
	{ name: /^event_id$/, value: () => `${randomUUID()}_0` },
	{ name: /guid$/, value: randomUUID },
	{ name: /^message_id$/, value: newId.message },
	{ name: /(^|_)key$/, value: newId.file },
];

/** A new id for what is called so. */
export const idFor = (name: string): string => IDS.find((rule) => rule.name.test(name))?.value() ?? newId.long();

/** Texts that nobody gave, by name. */
const TEXTS: readonly { name: RegExp; value: (of: Surroundings) => string }[] = [
	{ name: /^(creator|create_user|created_by)(_id)?$/, value: ({ caller }) => caller },
	{ name: /^(user_id|open_id|owner_id|operator_id|member_id|leader_user_id)$/, value: ({ person }) => person },
	{ name: /^chat_id$/, value: ({ chat }) => chat },
	{ name: /(^|_)(time|at|timestamp)$/, value: ({ now }) => String(Math.floor(now / 1000)) },
	{ name: /^(timezone|time_zone)$/, value: () => 'Asia/Shanghai' },
	{ name: /(^|_)url$/, value: () => `https://example.feishu.cn/${short()}` },
	{ name: /(^|_)(id|guid|token|key)$/, value: () => '' },
];

/**
 * A value of a shape: what was given, by its name, and the rest made up as far as names tell. Lists are as long as they
 * were given.
 */
export function fill(shape: Shape, given: unknown, of: Surroundings, name = ''): unknown {
	if (Array.isArray(shape))
		return Array.isArray(given) ? given.map((each) => fill(shape[0], each, of, name)) : [];
	if (isObjectShape(shape)) return fillObject(shape, given, of);
	if (given !== undefined && given !== null) return converted(shape, given);
	return madeUp(shape, name, of);
}

function fillObject(shape: ObjectShape, given: unknown, of: Surroundings): Data {
	const from = typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as Data) : {};
	const names = Object.keys(shape);
	if (names.length === 0 || '*' in shape) return from;
	return Object.fromEntries(names.map((name) => [name, fill(shape[name] ?? 'any', from[name], of, name)]));
}

function converted(shape: string, given: unknown): unknown {
	if (shape === 'string') return typeof given === 'object' ? JSON.stringify(given) : String(given);
	if (shape === 'integer' || shape === 'number') return Number.isFinite(Number(given)) ? Number(given) : 0;
	return shape === 'boolean' ? given === true || given === 'true' : given;
}

function madeUp(shape: string, name: string, of: Surroundings): unknown {
	if (shape === 'boolean') return false;
	if (shape === 'integer' || shape === 'number')
		return /(^|_)(time|timestamp)$/.test(name) ? Math.floor(of.now / 1000) : 0;
	if (shape !== 'string') return null;
	return of.params[name] ?? TEXTS.find((rule) => rule.name.test(name))?.value(of) ?? '';
}
