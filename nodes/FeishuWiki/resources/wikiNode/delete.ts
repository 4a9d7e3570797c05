import { text } from '../../../../feishu/json';
import { collectionField } from '../../../shared/fields/nested';
import { flagField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { pageField } from '../../../shared/wiki/page';
import { WIKI_NODE, wikiNodes } from '../../../shared/wiki/wikiNodes';
import { GET_TASK, wikiTask } from '../wikiTask';

const page = pageField();

const children = flagField({
	displayName: 'With the Pages Below It',
	name: 'includeChildren',
	default: false,
	description: 'Whether the pages below go as well; otherwise they move up to the place of this one',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [children]);

/** In no page of the documentation; the platform's own command line tool calls it. */
export const deletePage = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a page',
	description: 'Put a page into the recycle bin of its wiki',
	endpoint: 'DELETE /open-apis/wiki/v2/spaces/:space_id/nodes/:node_token',
	alsoCalls: [WIKI_NODE, GET_TASK],
	scopes: ['wiki:wiki'],
	identity: 'either',
	fields: [page, options],
	output: doneOutput('deleted', 'node_token'),
	orderBy: () => 'pages',
	async run({ read, ...asking }) {
		const { feishu, context, errorContext } = asking;
		const { node_token } = read(page);
		const include_children = read(options).includeChildren ?? false;
		const { space_id = '' } = await wikiNodes(context, feishu, errorContext)(node_token);
		const { task_id } = await feishu.call(this.endpoint, {
			path: { space_id, node_token },
			body: { obj_type: 'wiki', include_children },
		});
		if (text(task_id) !== '') await wikiTask(feishu, text(task_id), 'delete_node');
		return { deleted: true, node_token };
	},
});
