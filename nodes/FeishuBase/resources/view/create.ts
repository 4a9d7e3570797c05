import { forgetViews, GET_VIEWS, type ViewEntry } from '../../../shared/base/contents';
import { tableField } from '../../../shared/base/table';
import { perTable } from '../../../shared/client/pacing';
import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { viewName } from './names';
import { VIEW, viewItem } from './output';

const viewType = choiceField({
	displayName: 'Type',
	name: 'viewType',
	options: [
		{ name: 'Form', value: 'form', description: 'People fill in records one by one' },
		{ name: 'Gallery', value: 'gallery', description: 'Cards with a picture' },
		{ name: 'Gantt', value: 'gantt', description: 'Bars over time' },
		{ name: 'Grid', value: 'grid', description: 'Rows and columns' },
		{ name: 'Kanban', value: 'kanban', description: 'Cards in columns, one for each option' },
	],
	default: 'grid',
	description: 'How the view shows the records',
});

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a view',
	description: 'Add a view to a table: a grid, a kanban, a gallery, a gantt chart or a form',
	endpoint: GET_VIEWS.replace('GET', 'POST'),
	scopes: ['base:view:write_only', 'bitable:app'],
	identity: 'either',
	fields: [tableField, viewName, viewType],
	output: VIEW,
	orderBy: ({ read }) => JSON.stringify(read(tableField).base.address),
	async run({ read, ...asking }) {
		const table = read(tableField);
		const view_name = read(viewName);
		const view_type = read(viewType);
		const path = await table.path(asking);
		const { view } = await asking.feishu.call<{ view: ViewEntry }>(this.endpoint, {
			path,
			body: { view_name, view_type },
			paces: [perTable(path)],
		});
		forgetViews(asking, path);
		return await viewItem(asking, table, path, view);
	},
});
