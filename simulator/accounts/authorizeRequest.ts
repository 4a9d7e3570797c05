import type { Platform } from '../gateway/platform';
import type { App } from '../state/apps';
import type { User } from '../state/contact';
import { refusedScopes, scopesIn } from './askedScopes';
import type { Fields } from './fields';
import type { Ask } from './grants';
import { isOfBrand, type Trouble, troubleOf } from './standing';

/** Why the page shows an error in place of the question. */
export interface Problem {
	code: number;
	words: string;
	/** The address that is not registered, and whose. */
	unregistered?: { app: App; url: string };
}

export interface Question extends Ask {
	app: App;
	state: string | undefined;
}

const problem = (code: number, words: string): Problem => ({ code, words });

/** At a person who is not to use the app. */
const TROUBLES: Readonly<Record<Trouble, Problem>> = {
	unknown: problem(20008, 'User not exist'),
	resigned: problem(20021, 'User resigned'),
	frozen: problem(20022, 'User frozen'),
	unregistered: problem(20023, 'User not registered'),
	notInstalled: problem(20009, 'Tenant does not install app'),
	unavailable: problem(20010, 'The user is not in the availability range of the app'),
};

const isMethod = (method: string | undefined): method is 'S256' | 'plain' | undefined =>
	method === undefined || method === 'S256' || method === 'plain';

/**
 * What a page is asked for; an app of another brand is as unknown here as one of nobody, whose address is registered nowhere.
 * Source: https://open.feishu.cn/document/common-capabilities/sso/api/obtain-oauth-code
 */
export function readQuestion({ store }: Platform, query: Fields): Question | Problem {
	const { client_id: id, response_type: type, redirect_uri: url, state, code_challenge: value } = query;
	const { code_challenge_method: method } = query;
	if (!id || !url) return problem(20001, 'Invalid request. Please check request param');
	const app = store.apps.get(id);
	if (!app || !isOfBrand(store, app)) return problem(20029, 'Invalid redirect uri');
	if (!app.active) return problem(20042, 'App disabled');
	if (app.redirect_urls && !app.redirect_urls.includes(url))
		return { ...problem(20029, 'Invalid redirect uri'), unregistered: { app, url } };
	if (type !== 'code' || !isMethod(method)) return problem(20001, 'Invalid request. Please check request param');
	const scopes = scopesIn(query.scope);
	const challenge = value === undefined ? undefined : { value, method: method ?? 'plain' };
	return refusedScopes(app, store.settings, scopes) ?? { app, redirect_uri: url, scopes, state, challenge };
}

/** The person who answers. */
export function readPerson({ store }: Platform, app: App, openId: string | undefined): User | Problem {
	const user = store.homeOf(openId ?? '')?.contact.users.get(openId ?? '');
	const trouble = troubleOf(store, app, user);
	return trouble || !user ? TROUBLES[trouble ?? 'unknown'] : user;
}

export const isProblem = (read: object): read is Problem => 'words' in read;

/** The address with the answer, which goes before a fragment. */
export function answeredAddress({ redirect_uri: url, state }: Question, answer: Record<string, string>): string {
	const [address = '', fragment] = url.split(/#(.*)/s, 2);
	const query = new URLSearchParams({ ...answer, ...(state !== undefined && { state }) });
	return `${address}${address.includes('?') ? '&' : '?'}${query.toString()}${fragment === undefined ? '' : `#${fragment}`}`;
}
