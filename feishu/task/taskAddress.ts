import { InputError } from '../input';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is known by a guid, and where its address is copied. */
const KINDS = {
	task: {
		name: 'task',
		path: /\/client\/todo\/(?:detail|task)\b/,
		copy: 'Open the task in Feishu and copy its link, such as https://applink.feishu.cn/client/todo/detail?guid=…',
	},
	tasklist: {
		name: 'task list',
		path: /\/client\/todo\/task_list\b/,
		copy: 'Choose it from the list, or copy its link in Feishu, such as https://applink.feishu.cn/client/todo/task_list?guid=…',
	},
	section: { name: 'section', path: /$^/, copy: 'Choose it from the list' },
	customField: { name: 'custom field', path: /$^/, copy: 'Choose it from the list' },
	attachment: { name: 'attachment', path: /$^/, copy: 'Attachment: Get Many gives its guid' },
	activity: { name: 'activity subscription', path: /$^/, copy: 'Activity Subscription: Get Many gives its guid' },
} as const;

export type GuidKind = keyof typeof KINDS;

/** The number of a task, which people see and no endpoint takes. */
const NUMBER = /^t\d+$/i;

/**
 * The guid in what a person entered: the guid itself, or the link of a task or a list.
 * @param label the name of the field on the panel
 * @throws InputError for anything else, with where to copy the right one
 */
export function guidIn(kind: GuidKind, label: string, entered: string): string {
	const { name, path, copy } = KINDS[kind];
	const given = entered.trim();
	if (given === '') throw new InputError(label, `The field '${label}' is empty`, copy);
	if (GUID.test(given)) return given.toLowerCase();
	const shown = given.slice(0, 80);
	if (NUMBER.test(given))
		throw new InputError(
			label,
			`The field '${label}' holds the number of a task, which Feishu only shows: ${shown}`,
			copy,
		);
	const { pathname = '', searchParams } = URL.canParse(given) ? new URL(given) : {};
	const guid = searchParams?.get('guid') ?? '';
	if (path.test(pathname) && GUID.test(guid)) return guid.toLowerCase();
	throw new InputError(label, `The field '${label}' holds no ${name}: ${shown}`, copy);
}
