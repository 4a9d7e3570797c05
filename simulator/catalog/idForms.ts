import { PlatformError } from '../platform/envelope';
import type { Endpoint } from './endpoints';
import type { Data } from './fill';

/** The kinds of id that have a form, with the gateway's code for what is none. */
const KINDS: Readonly<Record<string, { form: RegExp; code: number }>> = {
	open_id: { form: /^ou_/, code: 99992351 },
	message_id: { form: /^om_/, code: 99992354 },
	chat_id: { form: /^oc_/, code: 99992356 },
	open_department_id: { form: /^od-/, code: 99992358 },
	union_id: { form: /^on_/, code: 99992364 },
};
const USER_ID = 99992360;

/** The gateway's refusal of an id whose form is that of another kind than the request says. */
function checkId(kind: string, value: unknown): void {
	if (typeof value !== 'string') return;
	const [found] = Object.entries(KINDS).find(([, { form }]) => form.test(value)) ?? [];
	if (found === undefined || found === kind) return;
	const code = KINDS[kind]?.code ?? (kind === 'user_id' ? USER_ID : undefined);
	if (code !== undefined)
		throw new PlatformError(code, `The request you send is not a valid {${kind}} or not exists, example value: `);
}

/** Every value at a path such as `rule.users[].user_id`. */
function valuesAt(value: unknown, steps: readonly string[]): unknown[] {
	const [step, ...rest] = steps;
	if (step === undefined) return [value];
	if (typeof value !== 'object' || value === null) return [];
	const next = step === '[]' ? (Array.isArray(value) ? (value as unknown[]) : []) : [(value as Data)[step]];
	return next.flatMap((each) => valuesAt(each, rest));
}

/** Refuses ids of another kind than their parameter or its default says. */
export function checkIdKinds({ ids = {}, request }: Endpoint, parts: { path: Data; query: Data; body: Data }): void {
	for (const [path, what] of Object.entries(ids)) {
		const [kind = '', by] = what.split(':');
		const chosen =
			by === undefined
				? kind
				: (parts.query[by] ?? parts.body[by] ?? request?.query?.properties?.[by]?.default ?? request?.body?.properties?.[by]?.default);
		const [part = '', ...steps] = path.replaceAll('[]', '.[]').split('.');
		if (typeof chosen !== 'string') continue;
		for (const value of valuesAt(parts[part as 'path'], steps)) checkId(chosen, value);
	}
}
