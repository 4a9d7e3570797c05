import { isObject, parseObject, type JsonObject } from '../json';

/**
 * Reading what the platform answers. The envelope is `{code, msg, data}`; some older endpoints put
 * their results beside `code`. Only `code` decides: errors come with HTTP 200 as well as 400.
 * @see https://open.feishu.cn/document/server-docs/api-call-guide/calling-process/response
 */
export interface Answer {
	status: number;
	headers: Readonly<Record<string, string | string[] | number | undefined>>;
	/** The body as text. */
	body: string;
}

export interface FieldViolation {
	field: string;
	value?: string;
	description?: string;
}

/**
 * Why a call failed.
 * - `code`: the platform refused it, with a code
 * - `http`: an answer that is not the platform's envelope (a proxy's page, a redirect, `404 page not found`, a gateway's 502)
 * - `unreadable`: the answer broke off or is no JSON although it says so
 * - `noFile`: the platform's envelope with code 0, where a file was asked for
 * - `network`: no answer at all
 */
export interface CallFailure {
	kind: 'code' | 'http' | 'unreadable' | 'noFile' | 'network';
	/** Whether the request may have been carried out. */
	delivered: boolean;
	status?: number;
	code?: number;
	/** The platform's own words, or the network error's code. */
	msg: string;
	logId?: string;
	troubleshooter?: string;
	/** Scopes of which the app needs one. */
	scopes: string[];
	fieldViolations: FieldViolation[];
	/** Links that the platform offers for mending it. */
	helps: string[];
	/** Seconds that the platform asks to wait. */
	resetSeconds?: number;
	/** Set where what was lacking was asked for, and comes by itself. */
	comes?: true;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: CallFailure };

export interface Envelope {
	/** `data`, or for older endpoints what stands beside code and msg. */
	data: JsonObject;
	/** The whole answer. */
	whole: JsonObject;
}

export function readAnswer(answer: Answer): Outcome<Envelope> {
	const whole = parseObject(answer.body);
	// No redirect is followed, whatever comes with it.
	if (!whole || isRedirect(answer)) return { ok: false, failure: foreignAnswer(answer) };
	if (whole.code === 0 || (whole.code === undefined && answer.status < 400)) {
		return { ok: true, value: { data: dataOf(whole), whole } };
	}
	return { ok: false, failure: refusal(answer, whole) };
}

const isRedirect = ({ status }: Pick<Answer, 'status'>) => status >= 300 && status < 400;

export function header(answer: Pick<Answer, 'headers'>, name: string): string | undefined {
	const key = Object.keys(answer.headers).find((one) => one.toLowerCase() === name);
	const value = key === undefined ? undefined : answer.headers[key];
	const first = Array.isArray(value) ? value[0] : value;
	return first === undefined ? undefined : String(first);
}

/** True when the answer says that it is JSON: for downloads, that means an error. */
export function saysJson(answer: Pick<Answer, 'headers'>): boolean {
	return /\bjson\b/i.test(header(answer, 'content-type') ?? '');
}

function dataOf(whole: JsonObject): JsonObject {
	if (isObject(whole.data)) return whole.data;
	const { code: _code, msg: _msg, data, ...rest } = whole;
	// A list or a single value as data is kept under its own name.
	return data === undefined || data === null ? rest : { ...rest, data };
}

function refusal(answer: Answer, whole: JsonObject): CallFailure {
	const error = isObject(whole.error) ? whole.error : {};
	const code = typeof whole.code === 'number' ? whole.code : undefined;
	const fieldViolations = objects(error.field_violations).map((one) => ({
		field: text(one.field),
		value: text(one.value),
		description: text(one.description),
	}));
	// Some services tell what is wrong so, calendars with 190014.
	const details = objects(error.details).map((one) => ({
		field: text(one.key),
		value: '',
		description: text(one.value),
	}));
	return {
		kind: code === undefined ? 'http' : 'code',
		delivered: true,
		status: answer.status,
		code,
		msg: text(whole.msg) || text(error.message) || text(whole.error_description) || text(whole.message),
		logId: text(error.log_id) || text(error.logid) || header(answer, 'x-tt-logid'),
		troubleshooter: link(text(error.troubleshooter)),
		// `subject` is what the platform sends; the documentation also shows `scope`.
		scopes: objects(error.permission_violations)
			.map((one) => text(one.subject) || text(one.scope))
			.filter((one) => one !== ''),
		fieldViolations: [...fieldViolations, ...details],
		helps: [...objects(error.helps), ...objects(error.permission_violations)]
			.map((one) => text(one.url))
			.filter((one) => one !== ''),
		resetSeconds: resetSeconds(answer),
	};
}

function foreignAnswer(answer: Answer): CallFailure {
	const broken = saysJson(answer) && answer.status < 500 && !isRedirect(answer);
	return {
		kind: broken ? 'unreadable' : 'http',
		delivered: true,
		status: answer.status,
		msg: broken ? '' : summary(answer.body),
		logId: header(answer, 'x-tt-logid'),
		scopes: [],
		fieldViolations: [],
		helps: [],
		resetSeconds: resetSeconds(answer),
	};
}

/** The first words of a page that is not the platform's, without its markup. */
function summary(body: string): string {
	return body
		.slice(0, 4000)
		.replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 120);
}

/** @see https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control */
function resetSeconds(answer: Answer): number | undefined {
	const value = Number(header(answer, 'x-ogw-ratelimit-reset') ?? header(answer, 'retry-after') ?? NaN);
	return Number.isFinite(value) && value >= 0 ? value : undefined;
}

function objects(value: unknown): JsonObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** The troubleshooter arrives as "words: https://…"; only the link is of use. */
function link(value: string): string | undefined {
	return /https?:\/\/\S+/.exec(value)?.[0];
}
