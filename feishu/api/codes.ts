/**
 * What the platform's codes mean for the caller: which are about the token, which ask to wait.
 * The words for people stand in feishu/advice.
 */

/**
 * The token is missing, wrong or expired: get a new one and try once more.
 * @see https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code
 */
export const TOKEN_CODES: ReadonlySet<number> = new Set([99991661, 99991663, 99991664, 99991668, 99991671, 99991677]);

/**
 * Too fast, or somebody else is writing the same thing: nothing was done, so the same request may be sent again after a wait.
 * @see https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control
 */
export const RATE_CODES: ReadonlySet<number> = new Set([
	99991400, // gateway: per API, app and tenant
	230020, // messages: 5 per second and chat or user
	230047, // pins: 5 per second and message
	230048, // pins: lists
	231015, // reactions: the same one is being changed
	232019, // chats
	200810, // card entities: somebody's click in the card is being answered
	232068, // a group with the same key is being created
	232073, // the menu of a chat is being changed
	11232,
	11233, // messages, batch messages, custom bots
	1254112,
	1254290,
	1254291, // bases: too many requests, write conflict
	90217,
	90235,
	1310217,
	1310235, // spreadsheets: too many requests, an earlier change is still under way
	1061045, // drive: uploads, downloads and changes of folders
	1063006, // drive: who may open a document
	190004,
	190005,
	190010, // calendars: too many requests
	60014, // approvals: somebody else is changing the same one
]);

/** The platform says itself that it failed for the moment: repeat what may be repeated. */
export const TEMPORARY_CODES: ReadonlySet<number> = new Set([
	2200, // internal error of the gateway
	20050, // logins: failed
	20072, // logins: for the moment not
	1254200,
	1255001,
	1255002,
	1255003,
	1255004,
	1255005, // base: internal errors
	1254607, // base not ready yet
	1255040, // base: timed out
	1254608, // base: the same write is still under way, as after a lost answer;
	1255006, // with its token it is done once, however often it is sent
	90203,
	1310203, // spreadsheets: failed
	90228, // spreadsheets: being imported
	90242,
	1310242, // spreadsheets: their data is being loaded
	1061001, // drive: internal error
	1066001, // drive: internal error of the permissions
	1066002, // drive: permissions are being changed by somebody else
	1069601, // documents: failed
	131001, // wikis: a call between servers failed
	190003, // calendars: internal error
	232096, // apps: their data is not written for the moment
	234019, // files: what the app may do is not known for the moment
	300120, // card entities: internal error
	1395001,
	65001, // approvals: failed, and in the older codes
]);
