/** What is written by hand asks for what the catalog says: tokens, scopes and rate of each endpoint. */
import { routes } from '../../../simulator/api';
import { type Endpoint, findEndpoint } from '../../../simulator/catalog/endpoints';
import type { Route } from '../../../simulator/gateway/route';
import { DEFAULT_TIER, TIERS } from '../../../simulator/platform/rate';

const idOf = ({ method, path }: Route) => `${method} ${path}`;

/** In no catalog. */
const ABSENT: Readonly<Record<string, string>> = {
	'POST /open-apis/bot/v2/hook/:hook_id': 'a custom bot has no app, and its guide is no page of an endpoint',
	'POST /open-apis/bot/hook/:hook_id': 'the same, of the first version',
	'POST /open-apis/im/v1/chat_p2p/batch_query': 'in no page; the official plugin finds chats with it',
	'POST /open-apis/im/v1/chats/batch_query': 'in no page; the official plugin names chats with it',
	'GET /open-apis/im/v1/messages/mget': 'in no page; the official plugin reads messages with it',
	'POST /callback/ws/endpoint': 'of the official SDKs, which connect with it',
};

const USER_TOO = 'the API Explorer of August 2026 lists both tokens, the pages of the endpoint only the first';
const EXPLORER = 'the API Explorer of August 2026 has this, the page of the endpoint is older';

/** Where the simulator knows better, and why. */
const BETTER: Readonly<Record<string, Partial<Record<'tokens' | 'scopes' | 'rate', string>>>> = {
	'GET /open-apis/im/v1/messages/:message_id/read_users': { tokens: USER_TOO },
	'POST /open-apis/im/v1/messages/:message_id/forward': { tokens: USER_TOO },
	'POST /open-apis/im/v1/threads/:thread_id/forward': { tokens: USER_TOO },
	'GET /open-apis/im/v1/messages/:message_id/resources/:file_key': { tokens: USER_TOO },
	'POST /open-apis/im/v1/images': { tokens: USER_TOO },
	'POST /open-apis/im/v1/files': { tokens: USER_TOO },
	'POST /open-apis/im/v1/chats': { tokens: USER_TOO },
	'GET /open-apis/event/v1/connection': { tokens: 'the catalog knows none; an app asks about its own connections' },
	'GET /open-apis/contact/v3/users': { scopes: EXPLORER },
	'POST /open-apis/task/v2/task_v2/task_subscription': {
		tokens: EXPLORER,
		scopes: EXPLORER,
	},
	'POST /open-apis/approval/v4/approvals/:approval_code/subscribe': { rate: EXPLORER },
	'POST /open-apis/approval/v4/approvals/:approval_code/unsubscribe': { rate: EXPLORER },
	'POST /open-apis/drive/v1/user/subscription': { scopes: EXPLORER },
	'GET /open-apis/drive/v1/user/subscription_status': { scopes: EXPLORER },
	'DELETE /open-apis/drive/v1/user/remove_subscription': { scopes: EXPLORER },
	'POST /open-apis/calendar/v4/calendars/:calendar_id/events/subscription': { tokens: EXPLORER },
	'POST /open-apis/calendar/v4/calendars/:calendar_id/events/unsubscription': { tokens: EXPLORER },
	'POST /open-apis/approval/v4/instances/subscription': { scopes: EXPLORER, tokens: EXPLORER },
	'DELETE /open-apis/approval/v4/instances/subscription': { scopes: EXPLORER, tokens: EXPLORER },
	'POST /open-apis/approval/v4/tasks/subscription': { scopes: EXPLORER, tokens: EXPLORER },
	'DELETE /open-apis/approval/v4/tasks/subscription': { scopes: EXPLORER, tokens: EXPLORER },
	'POST /open-apis/minutes/v1/minutes/subscription': { scopes: EXPLORER, tokens: EXPLORER },
	'POST /open-apis/minutes/v1/minutes/unsubscription': { scopes: EXPLORER, tokens: EXPLORER },
	'POST /open-apis/vc/v1/meetings/subscription': { scopes: EXPLORER, tokens: EXPLORER },
	'POST /open-apis/vc/v1/meetings/unsubscription': { scopes: EXPLORER, tokens: EXPLORER },
	'POST /open-apis/vc/v1/notes/subscription': { scopes: EXPLORER, tokens: EXPLORER },
	'POST /open-apis/vc/v1/notes/unsubscription': { scopes: EXPLORER, tokens: EXPLORER },
	'POST /open-apis/vc/v1/recordings/subscription': { tokens: EXPLORER },
	'POST /open-apis/mail/v1/user_mailboxes/:user_mailbox_id/event/subscribe': { rate: EXPLORER },
	'POST /open-apis/mail/v1/user_mailboxes/:user_mailbox_id/event/unsubscribe': { rate: EXPLORER },
	'POST /open-apis/vc/v1/recordings/unsubscription': { tokens: EXPLORER },
};

const sorted = (list: readonly string[] = []) => [...list].sort();
const tokensOf = ({ auth, tokens = ['tenant'] }: Route) => sorted(auth === 'none' ? [] : tokens);

function ratesOf({ rate }: Endpoint): unknown {
	if (typeof rate !== 'object') return undefined;
	const { perMinute, perSecond } = rate;
	return [
		...(perMinute === undefined ? [] : [{ limit: perMinute, ms: 60_000 }]),
		...(perSecond === undefined ? [] : [{ limit: perSecond, ms: 1000 }]),
	];
}

/** In what an endpoint differs from the catalog. */
function differences(route: Route): string[] {
	const { endpoint } = findEndpoint(route.method, route.path) ?? {};
	if (endpoint?.path !== route.path) return ['absent'];
	const rates = ratesOf(endpoint);
	const same = {
		tokens: String(tokensOf(route)) === String(sorted(endpoint.tokens)),
		scopes: String(sorted(route.scopes)) === String(sorted(endpoint.scopes)),
		rate: rates === undefined || JSON.stringify(TIERS[route.tier ?? DEFAULT_TIER]) === JSON.stringify(rates),
	};
	return Object.entries(same).flatMap(([name, is]) => (is ? [] : [name]));
}

test.each(routes.map((route): [string, Route] => [idOf(route), route]))('%s', (id, route) => {
	const expected = id in ABSENT ? ['absent'] : Object.keys(BETTER[id] ?? {});
	expect(sorted(differences(route))).toEqual(sorted(expected));
});

test('every exception is of an endpoint that is written by hand', () => {
	const ids = routes.map(idOf);
	expect([...Object.keys(ABSENT), ...Object.keys(BETTER)].filter((id) => !ids.includes(id))).toEqual([]);
});
