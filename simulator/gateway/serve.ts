import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Call, Route, UploadedPart } from './route';
import type { App } from '../state/apps';
import type { Operator } from '../state/operator';
import {
	type Answer,
	errorAnswer,
	jsonAnswer,
	notFoundAnswer,
	PlatformError,
	resultAnswer,
} from '../platform/envelope';
import type { FaultAction } from '../platform/faults';
import { newId } from '../platform/ids';
import { oauthFault } from '../platform/oauthErrors';
import type { Platform, RecordedRequest } from './platform';
import { platformOf } from './company';
import { DEFAULT_TIER } from '../platform/rate';
import { requirePresence } from './regions';
import { requireScope, requireUserId } from './requireScope';
import type { Caller } from './tokens';
import { readInput } from '../platform/validate';

/** An endpoint and the path parameters of one request to it, decoded. */
export interface Found {
	route: Route;
	params: Record<string, string>;
}

/** Takes one request through record, faults, gateway checks, endpoint and answer. Nothing found: 404 in plain text. */
export async function serve(
	platform: Platform,
	found: Found | undefined,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<void> {
	const record = recordRequest(platform, found, request);
	const fault = platform.faults.take(request.method, record.path);
	const logId = newId.log();
	reply.hijack();
	try {
		const early = await before(platform, fault, request, logId, found?.route.oauth);
		if (early === 'drop') return void request.raw.socket.destroy();
		if (platform.latencyMs > 0) await wait(platform.latencyMs);
		const answer = early ?? (await answerOf(platform, found, request, logId, record));
		record.code = answer.code;
		if (fault?.type === 'dropAfter') return void request.raw.socket.destroy();
		record.status = answer.http;
		write(reply, answer, logId, fault?.type === 'truncate');
	} catch (error) {
		record.status = 500;
		write(reply, jsonAnswer(500, { code: 1500, msg: `internal error: ${(error as Error).stack}` }), logId, false);
	}
}

function recordRequest(platform: Platform, found: Found | undefined, request: FastifyRequest): RecordedRequest {
	const [path = '', query = ''] = (request.raw.url ?? '').split('?', 2);
	const record: RecordedRequest = {
		method: request.method,
		path,
		query,
		headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
		...(Buffer.isBuffer(request.body) ? { bodyText: request.body.toString('utf8') } : {}),
		status: 0,
		at: platform.clock.now(),
	};
	if (found || /^\/(open-apis|oauth)\b/.test(path)) platform.requests.push(record);
	return record;
}

/** What a fault does before the work: an answer in its place, a cut, or nothing more than a side effect. */
async function before(
	platform: Platform,
	fault: FaultAction | undefined,
	request: FastifyRequest,
	logId: string,
	oauth: boolean | undefined,
): Promise<Answer | 'drop' | undefined> {
	if (fault?.type === 'dropBefore') return 'drop';
	if (fault?.type === 'delay') await wait(fault.ms);
	if (fault?.type === 'hold') await fault.until;
	if (fault?.type === 'expireToken') platform.tokens.revokeHeader(request.headers.authorization);
	if (fault?.type === 'raw')
		return {
			http: fault.http,
			headers: { 'content-type': fault.contentType, ...fault.headers },
			body: Buffer.from(fault.body),
		};
	if (fault?.type === 'code' && oauth) return errorAnswer(oauthFault(fault), logId);
	if (fault?.type === 'code')
		return errorAnswer(new PlatformError(fault.code, fault.msg ?? 'simulated fault', fault), logId);
	return undefined;
}

async function answerOf(
	platform: Platform,
	found: Found | undefined,
	request: FastifyRequest,
	logId: string,
	record: RecordedRequest,
): Promise<Answer> {
	if (!found) return notFoundAnswer();
	try {
		return resultAnswer(
			await found.route.handle(admit(platform, found, request, record)),
			platform.store.settings.downloadNames,
		);
	} catch (error) {
		if (error instanceof PlatformError) return errorAnswer(error, logId);
		throw error;
	}
}

/**
 * These answer 400 where others answer 429 to too many requests: documents and announcements by their pages, and what is
 * taken for the older endpoints that the page on limits speaks of without a name.
 * Source: https://open.feishu.cn/document/ukTMukTMukTM/uUzN04SN3QjL1cDN
 */
const OLDER_API = /^\/open-apis\/(docx\/v1|bot\/v3|ephemeral\/v1|interactive\/v1|message\/v4)\//;

/** Whose token it is; some endpoints have words of their own for one that they don't take. */
function callerOf({ tokens, store }: Platform, route: Route, authorization: string | undefined): Caller {
	try {
		return tokens.check(authorization, route.tokens);
	} catch (error) {
		if (!(error instanceof PlatformError) || !route.refusesToken) throw error;
		throw route.refusesToken(error, store.settings);
	}
}

/** The gateway's checks in its order: token, scope, rate, parameters. */
function admit(platform: Platform, { route, params }: Found, request: FastifyRequest, record: RecordedRequest): Call {
	requirePresence(platform.store.settings.region, route.path, params);
	const from = route.auth === 'none' ? undefined : callerOf(platform, route, request.headers.authorization);
	const by = from?.by;
	if (by) {
		if (from.stopped && (by.user || !route.knowsStopped)) throw new PlatformError(99991662, 'app not in use');
		requireScope(by, route.scopes);
		const http = OLDER_API.test(route.path) ? 400 : 429;
		platform.rate.countRequest(
			`${by.app.app_id} ${from.store.tenantKey}`,
			`${route.method} ${route.path}`,
			route.tier ?? DEFAULT_TIER,
			http,
		);
	}
	if (route.multipart && !request.isMultipart())
		throw new PlatformError(234001, 'Invalid request param. The body must be multipart/form-data.');
	const input = {
		params,
		query: request.query as Record<string, unknown>,
		body: route.multipart ? {} : jsonBody(route, request),
	};
	const { query, body } = readInput({ params: route.params, query: route.query, body: route.body }, input);
	if (by) requireUserId(by, query);
	const caller = (): Operator => {
		if (!by) throw new Error(`${route.path} has no caller`);
		return by;
	};
	return {
		platform: from ? platformOf(platform, from.store) : platform,
		get app(): App {
			return caller().app;
		},
		get by(): Operator {
			return caller();
		},
		params,
		query,
		body,
		raw: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
		ip: request.ip,
		host: request.host,
		askedHost: String(request.headers['x-forwarded-host'] ?? request.host),
		contentType: request.headers['content-type'] ?? '',
		authorization: request.headers.authorization,
		range: request.headers.range,
		referer: request.headers.referer,
		parts: () => uploadedParts(request, record),
	};
}

function jsonBody(route: Route, request: FastifyRequest): Record<string, unknown> {
	if (Object.keys(route.body).length === 0 || !Buffer.isBuffer(request.body) || request.body.length === 0) return {};
	try {
		const parsed: unknown = JSON.parse(request.body.toString('utf8'));
		if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
			return parsed as Record<string, unknown>;
	} catch {
		// Refused below like JSON that is not an object.
	}
	throw new PlatformError(9499, 'Bad Request');
}

/** @param record gets their names once all have been read */
async function* uploadedParts(request: FastifyRequest, record: RecordedRequest): AsyncIterable<UploadedPart> {
	const seen: NonNullable<RecordedRequest['form']> = [];
	for await (const part of request.parts()) {
		const { fieldname: name } = part;
		const value = part.type === 'file' ? undefined : String(part.value);
		seen.push({ name, value });
		if (part.type === 'file') yield { name, filename: part.filename, stream: part.file };
		else yield { name, value };
	}
	record.form = seen;
}

function write(reply: FastifyReply, answer: Answer, logId: string, truncate: boolean): void {
	const { raw } = reply;
	raw.writeHead(answer.http, { ...answer.headers, 'x-tt-logid': logId, 'content-length': String(answer.body.length) });
	if (!truncate) {
		raw.end(answer.body);
		return;
	}
	// Cut only when the half has left, so that the caller sees a short body and not a failed request.
	raw.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => raw.socket?.destroy());
}
