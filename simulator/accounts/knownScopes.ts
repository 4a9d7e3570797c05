import { catalogDomains, endpointsOf } from '../catalog/endpoints';
import eventScopes from '../events/eventScopes.json';

/** For whom a scope can be granted: the app itself, or a person through it. */
export type Holder = 'tenant' | 'user';

type Known = ReadonlyMap<string, ReadonlySet<Holder>>;

/** Granted to everybody who consents, and asked for by nobody. */
export const ALWAYS_GRANTED = 'auth:user.id:read';
/** Without it a login ends with its first token. */
export const OFFLINE = 'offline_access';

/** In consoles and on pages beside those of the endpoints. */
const FURTHER: Readonly<Record<string, readonly Holder[]>> = {
	[ALWAYS_GRANTED]: ['user'],
	[OFFLINE]: ['user'],
	'im:message.group_msg:get_as_user': ['user'],
	'im:message.p2p_msg:get_as_user': ['user'],
	'im:message.send_as_user': ['user'],
	'im:message:send_sys_msg': ['tenant'],
	'im:chat:operate_as_owner': ['tenant'],
	'im:user_agent:read': ['tenant'],
};

/** Endpoints that people call, too, have them for the app alone. */
const OF_APPS_ALONE = ['im:message:send_as_bot', 'im:chat.members:bot_access'];

let known: Known | undefined;

function read(): Known {
	const all = new Map<string, Set<Holder>>();
	const add = (scope: string, holders: readonly Holder[]) => {
		const kept = all.get(scope) ?? new Set<Holder>();
		for (const holder of holders) kept.add(holder);
		all.set(scope, kept);
	};
	for (const { tokens = ['tenant', 'user'], scopes = [], fieldScopes = [] } of catalogDomains().flatMap(endpointsOf)) {
		const holders = tokens.map((token): Holder => (token === 'user' ? 'user' : 'tenant'));
		for (const scope of [...scopes, ...fieldScopes]) add(scope, holders);
	}
	for (const scope of Object.values(eventScopes).flat()) add(scope, ['tenant']);
	for (const [scope, holders] of Object.entries(FURTHER)) add(scope, holders);
	for (const scope of OF_APPS_ALONE) all.set(scope, new Set(['tenant']));
	return all;
}

/** Every scope that the platform has, read from the catalog when it is first asked for. */
export function knownScopes(): Known {
	known ??= read();
	return known;
}

/** The scopes of old, all that some deployments of companies know: a product and a thing, perhaps for reading alone. */
export const isCoarse = (scope: string) =>
	scope === OFFLINE || scope === ALWAYS_GRANTED || /^[a-z_]+:[a-z_]+(:readonly)?$/.test(scope);
