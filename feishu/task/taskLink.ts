/** The hosts that open things in the clients, by those of the API. A private deployment has one of its own, which is not known. */
const APPLINKS: Readonly<Record<string, string>> = {
	'open.feishu.cn': 'https://applink.feishu.cn',
	'open.larksuite.com': 'https://applink.larksuite.com',
};

/**
 * The link that opens a task or a task list in Feishu; undefined where its host is not known.
 * @param origin of the API
 * @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/task/get
 */
export function taskLink(origin: string, what: 'detail' | 'task_list', guid: string): string | undefined {
	const { host = '' } = URL.canParse(origin) ? new URL(origin) : {};
	const applink = APPLINKS[host];
	return applink && `${applink}/client/todo/${what}?guid=${encodeURIComponent(guid)}`;
}
