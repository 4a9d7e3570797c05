import { idKind, strayId, type IdKind } from '../idKinds';
import { InputError } from '../input';
import { isObject } from '../json';
import type { Endpoint, ParameterSchema, RequestPart } from './types';

/** Which forms an id of a kind may have. What has no form of its own, such as a user_id, fits anywhere. */
const FORMS: Readonly<Record<string, readonly IdKind[]>> = {
	open_id: ['openId'],
	union_id: ['unionId'],
	user_id: [],
	employee_id: [],
	people_corehr_id: [],
	people_employee_id: [],
	people_admin_id: [],
	email: ['email'],
	app_id: ['app'],
	chat_id: ['chat'],
	message_id: ['message'],
	open_department_id: ['department'],
	department_id: [],
	people_corehr_department_id: [],
};

const OF: Readonly<Record<string, string>> = {
	user_id: 'person',
	employee_id: 'person',
	department_id: 'department',
	chat_id: 'chat',
	message_id: 'message',
	app_id: 'app',
	room_id: 'room',
	group_id: 'group',
	tenant_key: 'tenant',
};

type Parts = Partial<Record<RequestPart, unknown>>;

/** Whose id a field holds, and which parameter says of which kind; undefined for what is not known to be one. */
export function idOf({ ids, request }: Endpoint, fieldId: string): { of: string; by?: string } | undefined {
	const found = ids?.[fieldId] ?? ids?.[`${fieldId}[]`];
	if (found === undefined) return undefined;
	const [kind = '', by] = found.split(':');
	// A message goes to people and to chats alike.
	const choices = by === undefined ? [] : (propertyOf(request, by)?.enum ?? []);
	const others = ['app_id', 'chat_id', 'thread_id'].filter((choice) => choices.includes(choice));
	const of = [kind, ...others].map((one) => OF[one] ?? one.replace(/_(id|key)$/, '').replaceAll('_', ' '));
	return { of: either(of), ...(by !== undefined && { by }) };
}

/** "person, chat or thread" */
const either = (words: readonly string[]): string =>
	[words.slice(0, -1).join(', '), words.at(-1) ?? ''].filter((part) => part !== '').join(' or ');

/**
 * Refuses ids whose form says that they are of another kind than the request tells: the platform's answer would only
 * say that something is wrong.
 * @param parts the request's values as they go out
 * @throws InputError that names the field, what stands in it, and the parameter that switches the kind
 */
export function checkIds(endpoint: Endpoint, parts: Parts): void {
	checkPath(parts.path);
	for (const [path, what] of Object.entries(endpoint.ids ?? {})) {
		const [kind = '', by] = what.split(':');
		const chosen = by === undefined ? kind : kindChosen(endpoint, parts, by);
		const takes = chosen === undefined ? undefined : FORMS[chosen];
		if (!takes) continue;
		for (const [label, value] of valuesAt(parts, path)) {
			const found = typeof value === 'string' ? idKind(value) : undefined;
			if (found === undefined || takes.includes(found)) continue;
			throw new InputError(
				label,
				`The field '${label}' holds no ${chosen}: ${String(value).slice(0, 60)}`,
				adviceOf(endpoint, String(value), found, by),
			);
		}
	}
}

/** Names in a path whose ids have forms of their own, none of which begins like those of chats, people and apps. */
const OWN_FORM: ReadonlySet<string> = new Set([
	'calendar_id',
	'event_id',
	'app_token',
	'table_id',
	'view_id',
	'field_id',
	'record_id',
	'spreadsheet_token',
	'sheet_id',
	'document_id',
	'block_id',
	'space_id',
	'node_token',
	'file_token',
	'folder_token',
	'task_guid',
	'tasklist_guid',
	'section_guid',
]);

/** Kinds of ids that are known by how they begin. */
const STRAY: ReadonlySet<IdKind> = new Set(['chat', 'message', 'thread', 'openId', 'unionId', 'department', 'app']);

/** Blanks and letters of other scripts: no ID of a table has them, and many names do. */
const NO_ID = /[^!-~]/;

function checkPath(path: unknown): void {
	const table = isObject(path) ? path.table_id : undefined;
	if (typeof table === 'string' && NO_ID.test(table)) throw noTable(table);
	for (const [name, value] of Object.entries(isObject(path) ? path : {})) {
		const found = OWN_FORM.has(name) && typeof value === 'string' ? idKind(value) : undefined;
		if (found === undefined || !STRAY.has(found)) continue;
		throw new InputError(name, `The field '${name}' holds no ${name}: ${String(value).slice(0, 60)}`, whatIs(String(value)));
	}
}

const noTable = (name: string): InputError =>
	new InputError(
		'table_id',
		`The field 'table_id' holds no table_id: ${name.slice(0, 60)}`,
		"A name does not do: the ID begins with tbl. Paste the address of the table from the browser, or see 'List all tables' (GET /open-apis/bitable/v1/apps/:app_token/tables)",
	);

/** "This is the open_id of a person", without where it belongs in a panel with fields of its own. */
const whatIs = (value: string): string => strayId(value)?.split(':')[0] ?? '';

/** What looks people up by what is known of them. */
const LOOK_UP =
	"'Obtain user ID via email or mobile number' (POST /open-apis/contact/v3/users/batch_get_id), or User: Get of the node Feishu Contact";

function adviceOf({ request }: Endpoint, value: string, found: IdKind, by: string | undefined): string {
	const name = { openId: 'open_id', unionId: 'union_id', chat: 'chat_id', email: 'email' }[found as string];
	const words = whatIs(value);
	const choices = by === undefined ? [] : (propertyOf(request, by)?.enum ?? [name]);
	if (by !== undefined && name !== undefined && choices.includes(name))
		return `${words}: choose ${name} in ${by}, or enter an ID of the chosen kind`;
	if (found === 'email' || found === 'mobile') return `${words}: find the person's ID with ${LOOK_UP}`;
	return words;
}

const propertyOf = (request: Endpoint['request'], name: string): ParameterSchema | undefined =>
	request?.query?.properties?.[name] ?? request?.body?.properties?.[name];

function kindChosen({ request }: Endpoint, { query, body }: Parts, name: string): string | undefined {
	for (const [part, schema] of [
		[query, request?.query],
		[body, request?.body],
	] as const) {
		const given = isObject(part) ? part[name] : undefined;
		const chosen = given ?? schema?.properties?.[name]?.default;
		if (typeof chosen === 'string') return chosen;
	}
	return undefined;
}

/** Values at a path such as `body.rule.users[].user_id`, each with the path that an error names. */
function valuesAt(parts: Parts, path: string): Array<[label: string, value: unknown]> {
	const [part = '', ...steps] = path.replaceAll('[]', '.[]').split('.');
	let found: Array<[string, unknown]> = [['', parts[part as RequestPart]]];
	for (const step of steps) {
		found = found.flatMap(([label, value]): Array<[string, unknown]> => {
			if (step === '[]')
				return Array.isArray(value) ? value.map((one, index) => [`${label}[${index}]`, one as unknown]) : [];
			return isObject(value) && value[step] !== undefined ? [[label ? `${label}.${step}` : step, value[step]]] : [];
		});
	}
	return found;
}
