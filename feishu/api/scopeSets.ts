import scopes from '../../catalog/userScopes.json';

/** A choice under *Use For* in the credential of a person. */
export interface ScopeUse {
	/** Stable for ever: saved credentials hold it. */
	value: keyof typeof scopes;
	name: string;
	/** What is meant to work: all that a person may do with these nodes. */
	nodes: readonly string[];
	/** Scopes that no call asks for: of fields, or of endpoints that have no operation. */
	beside?: readonly string[];
}

/**
 * What a person grants for a use, beside `offline_access`: few scopes with which every operation of its nodes works.
 * `npm run operations -- --write` puts them together.
 * @see https://open.feishu.cn/document/server-docs/application-scope/scope-list
 */
export interface UserScopes {
	/** Without these some operation never works. */
	always: readonly string[];
	/** What only some choices in the panel need. */
	sometimes: readonly string[];
}

/**
 * Scopes in one request for a login.
 * @see https://open.feishu.cn/document/common-capabilities/sso/api/obtain-oauth-code
 */
const MOST_SCOPES = 50;

/** Without it a login ends after two hours. */
export const OFFLINE = 'offline_access';

/** What a person is asked for where neither a use nor a scope is named. */
const USUAL = ['message', 'contact'];

/** In the order of the panel. */
export const SCOPE_USES: readonly ScopeUse[] = [
	{ value: 'message', name: 'Messages and Groups', nodes: ['feishu', 'feishuChat'] },
	{
		value: 'contact',
		name: 'Contacts',
		nodes: ['feishuContact'],
		beside: ['contact:user.base:readonly', 'contact:user.email:readonly'],
	},
	{ value: 'base', name: 'Base', nodes: ['feishuBase'] },
	{ value: 'sheets', name: 'Sheets', nodes: ['feishuSheets'] },
	{ value: 'docs', name: 'Docs', nodes: ['feishuDocs'] },
	{ value: 'wiki', name: 'Wiki', nodes: ['feishuWiki'] },
	{ value: 'drive', name: 'Drive', nodes: ['feishuDrive'] },
	{ value: 'calendar', name: 'Calendar', nodes: ['feishuCalendar'] },
	{ value: 'task', name: 'Task', nodes: ['feishuTask'] },
	{ value: 'approval', name: 'Approval', nodes: ['feishuApproval'] },
	{ value: 'aily', name: 'Aily', nodes: ['feishuAily'] },
	{
		value: 'mail',
		name: 'Mail',
		nodes: [],
		beside: [
			'mail:user_mailbox:readonly',
			'mail:user_mailbox.message:readonly',
			'mail:user_mailbox.message:modify',
			'mail:user_mailbox.message:send',
		],
	},
];

/**
 * @param use its value
 * @param kind `fine`: those that ask for least; `coarse`: the scopes of old where there are such, which may be all that a
 * private deployment knows
 */
export const scopesOf = (use: ScopeUse['value'], kind: 'fine' | 'coarse' = 'fine'): UserScopes => scopes[use][kind];

/** All of it. */
export const allScopesOf = (use: ScopeUse['value'], kind?: 'fine' | 'coarse'): string[] => {
	const { always, sometimes } = scopesOf(use, kind);
	return [...always, ...sometimes];
};

/**
 * The scopes of a login as an expression of its credential, whose fields are `useFor`, `moreScopes` and `region`: joined
 * by blanks, as the platform wants them. Coarse ones take the place of the others where the platform may know no others.
 * Where there would be more than it takes, the last are left out, and what operations always need goes first. n8n's
 * dialog drops what a list of choices has by default, so an empty list stands for it, unless scopes are named.
 */
export function scopeExpression(): string {
	const tableOf = (kind: 'fine' | 'coarse', part: keyof UserScopes) =>
		JSON.stringify(Object.fromEntries(SCOPE_USES.map(({ value }) => [value, scopesOf(value, kind)[part].join(' ')])));
	const of = (kind: 'fine' | 'coarse') =>
		`[${tableOf(kind, 'always')}, ${tableOf(kind, 'sometimes')}].flatMap((table) => uses.flatMap((one) => String(table[one] || "").split(" ")))`;
	const once = '.filter((one, at, all) => one && all.indexOf(one) === at)';
	const more = String.raw`String($self["moreScopes"] || "").split(/[\s,，;；]+/)`;
	const last = `more.concat("${OFFLINE}")${once}`;
	const chosen = `($self["region"] === "custom" ? ${of('coarse')} : ${of('fine')})${once}`;
	const asked = `((chosen, last) => chosen.filter((one) => !last.includes(one)).slice(0, Math.max(0, ${MOST_SCOPES} - last.length)).concat(last).join(" "))(${chosen}, ${last})`;
	const uses = `chosen.length > 0 || more.some(Boolean) ? chosen : ${JSON.stringify(USUAL)}`;
	return `={{ ((chosen, more) => ((uses) => ${asked})(${uses}))($self["useFor"] || [], ${more}) }}`;
}
