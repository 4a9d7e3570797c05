import { baseField } from '../../../shared/base/base';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

const base = baseField();

export const deleteBase = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a base',
	description: 'Put a base into the recycle bin, from which people can take it back',
	endpoint: 'DELETE /open-apis/drive/v1/files/:file_token',
	scopes: ['space:document:delete', 'drive:drive'],
	identity: 'either',
	fields: [base],
	output: doneOutput('deleted', 'app_token'),
	// The platform takes one deletion of an app at a time (1061045).
	orderBy: () => 'bases',
	async run({ read, ...asking }) {
		const chosen = read(base);
		if (chosen.address.wikiNode !== undefined)
			throw base.refuse('holds a page of a wiki', 'There the page is deleted, not the base: in the wiki … → Delete');
		const app_token = await chosen.token(asking);
		await asking.feishu.call(this.endpoint, { path: { file_token: app_token }, query: { type: 'bitable' } });
		return { deleted: true, app_token };
	},
});
