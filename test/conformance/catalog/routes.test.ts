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
	'GET /space/api/box/stream/download/authcode/:code': 'what a temporary address of a download leads to',
	'GET /approval/files/:code': 'what the address of an approval’s file leads to',
	'GET /file/download/task/:code': 'what the address of an attachment of a task leads to, for a while',
	'DELETE /open-apis/wiki/v2/spaces/:space_id/nodes/:node_token': 'in no page; the official command line deletes pages with it',
	'POST /open-apis/drive/v1/files/:file_token/version_del': 'in no page; the official command line deletes versions of files with it',
	'POST /callback/ws/endpoint': 'of the official SDKs, which connect with it',
};

const SLOWER = 'its page says five a second, the list of limits more';
const PERSONS = 'the page of the person’s subscriptions says so; the API explorer does not define the endpoint';

const SEARCH = 'the same as that of the first version, which has a page';

/** Where the simulator knows better, and why. */
const BETTER: Readonly<Record<string, Partial<Record<'tokens' | 'scopes' | 'rate', string>>>> = {
	'POST /open-apis/vc/v1/recordings/subscription': { tokens: PERSONS },
	'POST /open-apis/wiki/v2/nodes/search': { tokens: SEARCH, scopes: SEARCH },
	'POST /open-apis/search/v2/doc_wiki/search': { tokens: 'its page takes tokens of people alone' },
	'POST /open-apis/suite/docs-api/search/object': { tokens: 'apps have been seen to get an answer; a setting says whether' },
	'POST /open-apis/drive/v1/medias/upload_all': { rate: SLOWER },
	'GET /open-apis/drive/v1/medias/:file_token/download': { rate: SLOWER },
	'POST /open-apis/drive/v1/files/upload_all': { rate: SLOWER },
	'GET /open-apis/drive/v1/files/:file_token/download': { rate: SLOWER },
	'POST /open-apis/board/v1/whiteboards/:whiteboard_id/nodes/plantuml': { rate: SLOWER },
	'POST /open-apis/docx/v1/documents/:document_id/blocks/:block_id/descendant': {
		rate: 'its page says three a second, the API explorer five',
	},
	'POST /open-apis/vc/v1/recordings/unsubscription': { tokens: PERSONS },
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
