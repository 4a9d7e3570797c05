/**
 * What a person grants for each use, beside `offline_access`. The fine scopes are those that the console offers now; the
 * coarse ones hold the same and are all that a private deployment knows. A request for a login names 50 at most.
 * @see https://open.feishu.cn/document/server-docs/application-scope/scope-list
 * @see https://open.feishu.cn/document/common-capabilities/sso/api/obtain-oauth-code at most 50
 */
export interface ScopeSet {
	/** Stable for ever: saved credentials hold it. */
	value: string;
	name: string;
	fine: readonly string[];
	coarse: readonly string[];
}

/** Scopes in one request for a login. */
const MOST_SCOPES = 50;

/** Without it a login ends after two hours. */
const OFFLINE = 'offline_access';

const BASE = [
	'bitable:app',
	'base:app:read',
	'base:table:read',
	'base:field:read',
	'base:view:read',
	'base:record:retrieve',
	'base:record:create',
	'base:record:update',
	'base:record:delete',
	'docs:document.media:upload',
	'docs:document.media:download',
	'wiki:node:read',
];

const DOCS = [
	'docx:document:create',
	'docx:document:readonly',
	'docx:document:write_only',
	'docx:document.block:convert',
	'docs:document.content:read',
	'docs:document.comment:read',
	'docs:document.comment:create',
	'docs:document.media:upload',
	'docs:document.media:download',
	'wiki:node:read',
	'wiki:node:create',
	'wiki:node:retrieve',
	'wiki:space:retrieve',
	'sheets:spreadsheet:read',
	'sheets:spreadsheet:write_only',
	'search:docs:read',
];

const DRIVE = [
	'drive:drive.metadata:readonly',
	'space:document:retrieve',
	'space:folder:create',
	'space:document:move',
	'space:document:delete',
	'drive:file:upload',
	'drive:file:download',
	'docs:document:export',
	'docs:document:import',
	'docs:document:copy',
	'docs:permission.member:create',
	'docs:permission.member:retrieve',
	'docs:permission.setting:write_only',
];

const CALENDAR = [
	'calendar:calendar:read',
	'calendar:calendar.event:create',
	'calendar:calendar.event:read',
	'calendar:calendar.event:update',
	'calendar:calendar.event:delete',
	'calendar:calendar.event:reply',
	'calendar:calendar.free_busy:read',
	'calendar:calendar:create',
	'calendar:calendar:subscribe',
	'calendar:calendar.acl:read',
	'calendar:calendar.acl:create',
	'vc:room:readonly',
];

const TASK = [
	'task:task:read',
	'task:task:write',
	'task:tasklist:read',
	'task:tasklist:write',
	'task:section:read',
	'task:section:write',
	'task:custom_field:read',
	'task:custom_field:write',
	'task:comment:read',
	'task:comment:write',
	'task:attachment:read',
	'task:attachment:write',
];

const CONTACT = [
	'contact:user:search',
	'contact:contact.base:readonly',
	'contact:user.base:readonly',
	'contact:user.email:readonly',
];

/** What a person is asked for where neither a use nor a scope is named. */
const USUAL = ['message', 'contact'];

/** In the order of the panel. */
export const USER_SCOPE_SETS: readonly ScopeSet[] = [
	{
		value: 'message',
		name: 'Messages',
		fine: [
			'im:message',
			'im:message.send_as_user',
			'im:message:readonly',
			'im:message.group_msg:get_as_user',
			'im:message.p2p_msg:get_as_user',
			'im:chat:read',
			'im:chat.members:read',
			'search:message',
		],
		coarse: ['im:message', 'im:message.send_as_user', 'im:chat', 'search:message'],
	},
	{ value: 'base', name: 'Base', fine: BASE, coarse: ['bitable:app', 'wiki:wiki:readonly'] },
	{
		value: 'docs',
		name: 'Docs',
		fine: DOCS,
		coarse: ['docx:document', 'sheets:spreadsheet', 'wiki:wiki', 'drive:drive', 'search:docs:read'],
	},
	{ value: 'drive', name: 'Drive', fine: DRIVE, coarse: ['drive:drive'] },
	{
		value: 'calendar',
		name: 'Calendar',
		fine: CALENDAR,
		coarse: ['calendar:calendar', 'vc:room:readonly'],
	},
	{ value: 'task', name: 'Task', fine: TASK, coarse: ['task:task:write', 'task:tasklist:write'] },
	{
		value: 'approval',
		name: 'Approval',
		fine: [
			'approval:approval:read',
			'approval:instance:read',
			'approval:instance:write',
			'approval:task:read',
			'approval:task:write',
		],
		coarse: ['approval:instance:write', 'approval:task:write'],
	},
	{
		value: 'contact',
		name: 'Contacts',
		fine: CONTACT,
		coarse: ['contact:user:search', 'contact:contact.base:readonly'],
	},
	{
		value: 'mail',
		name: 'Mail',
		fine: [
			'mail:user_mailbox:readonly',
			'mail:user_mailbox.message:readonly',
			'mail:user_mailbox.message:modify',
			'mail:user_mailbox.message:send',
		],
		coarse: [
			'mail:user_mailbox:readonly',
			'mail:user_mailbox.message:readonly',
			'mail:user_mailbox.message:modify',
			'mail:user_mailbox.message:send',
		],
	},
];

/**
 * The scopes of a login as an expression of its credential, whose fields are `useFor`, `moreScopes` and `region`: joined
 * by blanks, as the platform wants them. Coarse ones take the place of the fine ones where the platform knows no others,
 * or where there would be more than it takes. n8n's dialog drops what a list of choices has by default, so an empty list
 * stands for it, unless scopes are named.
 */
export function scopeExpression(): string {
	const of = (kind: 'fine' | 'coarse') => {
		const table = Object.fromEntries(USER_SCOPE_SETS.map((set) => [set.value, set[kind].join(' ')]));
		return `uses.flatMap((one) => String((${JSON.stringify(table)})[one] || "").split(" "))`;
	};
	const once = '.filter((one, at, all) => one && all.indexOf(one) === at)';
	const more = String.raw`String($self["moreScopes"] || "").split(/[\s,，;；]+/)`;
	const choose = `$self["region"] === "custom" || fine.concat(more)${once}.length >= ${MOST_SCOPES} ? coarse : fine`;
	const asked = `((fine, coarse, more) => (${choose}).concat(more, "${OFFLINE}")${once}.join(" "))(${of('fine')}, ${of('coarse')}, more)`;
	const uses = `chosen.length > 0 || more.some(Boolean) ? chosen : ${JSON.stringify(USUAL)}`;
	return `={{ ((chosen, more) => ((uses) => ${asked})(${uses}))($self["useFor"] || [], ${more}) }}`;
}
