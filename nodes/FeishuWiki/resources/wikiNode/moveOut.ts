import { text } from '../../../../feishu/json';
import { optionalFolderField } from '../../../shared/drive/folder';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { pageField } from '../../../shared/wiki/page';
import { GET_TASK, wikiTask } from '../wikiTask';

const page = pageField({ description: 'The page whose content goes into Drive' });
const folder = optionalFolderField();

/** In no page of the documentation; the platform's own command line tool calls it. */
export const moveOut = defineOperation({
	value: 'moveOut',
	name: 'Move Out',
	action: 'Move a page out of a wiki',
	description: 'Move what lies in a page into a folder of Drive, and wait until it is there',
	endpoint: 'POST /open-apis/wiki/v2/nodes/:node_token/move_wiki_to_docs',
	alsoCalls: [GET_TASK],
	scopes: ['space:document:move', 'wiki:space:read'],
	identity: 'either',
	fields: [page, folder],
	output: outputOf({ moved: 'boolean', 'obj_type?': 'string', 'obj_token?': 'string', 'url?': 'string' }),
	orderBy: () => 'pages',
	async run({ read, feishu }) {
		const { node_token } = read(page);
		const place = read(folder);
		if (place !== undefined && 'wikiNode' in place)
			throw folder.refuse('holds a page of a wiki', 'Choose a folder, or use Move to stay in a wiki');
		const { task_id } = await feishu.call(this.endpoint, {
			path: { node_token },
			body: { folder_token: place?.folder_token ?? '' },
		});
		const { obj_type, obj_token, url } = await wikiTask(feishu, text(task_id), 'move_wiki_to_docs');
		return {
			moved: true,
			...(obj_type !== undefined && { obj_type: text(obj_type) }),
			...(obj_token !== undefined && { obj_token: text(obj_token) }),
			...(url !== undefined && { url: text(url) }),
		};
	},
});
