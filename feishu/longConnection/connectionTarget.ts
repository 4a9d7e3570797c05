/**
 * Where the long connection goes: an address that is good for one connection, asked for anew before each.
 * @see https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/request-url-configuration-case
 */
import { object, parseObject, text } from '../json';
import { networkCode } from '../api/network';
import type { Clock } from './clock';
import { readConfig, type ConnectionConfig } from './config';
import { refused, unanswered, unreachable, unreadable } from './connectionErrors';

const PATH = '/callback/ws/endpoint';
/** The official SDK's limit. */
const ANSWER_SECONDS = 15;

export interface ConnectionKey {
	appId: string;
	appSecret: string;
	/** Of the open platform, without a trailing slash. */
	origin: string;
}

/** Sends a request; rejects when there is no answer, whatever the status of one is. */
export type HttpPost = (
	url: string,
	body: string,
	headers: Record<string, string>,
) => Promise<{ status: number; body: string }>;

export interface ConnectionTarget {
	/** Holds a ticket and an access key: never shown or logged. */
	url: string;
	/** Fit to be shown. */
	host: string;
	/** Stands in each ping. */
	service: number;
	config: ConnectionConfig;
}

/** @throws LongConnectionError */
export async function askEndpoint(key: ConnectionKey, post: HttpPost, clock: Clock): Promise<ConnectionTarget> {
	const body = JSON.stringify({ AppID: key.appId, AppSecret: key.appSecret });
	const headers = { 'content-type': 'application/json', locale: 'zh' };
	let callOff: () => void = () => undefined;
	const late = new Promise<never>((_resolve, reject) => {
		callOff = clock.after(ANSWER_SECONDS * 1000, () => reject(unanswered(ANSWER_SECONDS)));
	});
	try {
		return readTarget(await Promise.race([reach(post, `${key.origin}${PATH}`, body, headers), late]), key.origin);
	} finally {
		callOff();
	}
}

async function reach(post: HttpPost, ...request: Parameters<HttpPost>): ReturnType<HttpPost> {
	try {
		return await post(...request);
	} catch (error) {
		// The client's own words may hold what was sent.
		throw unreachable(networkCode(error) ?? 'UNKNOWN');
	}
}

/** Reads the endpoint's answer. Codes come with HTTP 200 as well as with 4xx. @throws LongConnectionError */
function readTarget({ status, body }: { status: number; body: string }, origin: string): ConnectionTarget {
	const whole = parseObject(body);
	if (typeof whole?.code !== 'number') throw unreadable(status);
	if (whole.code !== 0) throw refused(whole.code, text(whole.msg), status);
	const data = object(whole.data);
	const url = parseUrl(text(data.URL));
	// Without TLS, only where the platform itself is spoken to without: a test on this machine.
	const secure = url?.protocol === 'wss:' || (url?.protocol === 'ws:' && origin.startsWith('http:'));
	if (!url || !secure) throw unreadable(status);
	const service = Number(url.searchParams.get('service_id') ?? '');
	return {
		url: url.href,
		host: url.host,
		service: Number.isInteger(service) ? service : 0,
		config: readConfig(data.ClientConfig),
	};
}

function parseUrl(address: string): URL | undefined {
	return URL.canParse(address) ? new URL(address) : undefined;
}
