import { PlatformError } from '../platform/envelope';

const refusal =
	(code: number, msg: string, http = 400) =>
	(more = '') =>
		new PlatformError(code, more === '' ? msg : more, { http });

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/overview and the pages of the endpoints */
export const refused = {
	params: refusal(1470400, 'invalid param'),
	denied: refusal(1470403, 'no permission', 403),
	notFound: refusal(1470404, 'resource not found', 404),
	/** Something is being made under the same client_token. */
	running: refusal(1470422, 'request with the same client_token is in progress', 500),
	internal: refusal(1470500, 'internal error', 500),
	assignees: refusal(1470610, 'too many assignees'),
	followers: refusal(1470611, 'too many followers'),
	listMembers: refusal(1470612, 'too many tasklist members'),
	reminder: refusal(1470613, 'the task has a reminder already'),
	searchToken: refusal(1474002, 'page token expired'),
	searchPage: refusal(1474003, 'page size out of range'),
	searchOffset: refusal(1474004, 'offset out of range'),
	searchTime: refusal(1474005, 'invalid time'),
	searchFilter: refusal(1474006, 'invalid filter'),
	searchFails: refusal(1475001, 'search service error', 500),
	searchUnreachable: refusal(1475002, 'search service error', 500),
};
