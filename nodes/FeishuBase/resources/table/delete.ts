import { CallError } from '../../../../feishu/api/call';
import { forgetTables, type TablePath } from '../../../shared/base/contents';
import { tableField } from '../../../shared/base/table';
import type { FeishuClient } from '../../../shared/client/client';
import { perBase } from '../../../shared/client/pacing';
import { defineBatchOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

/** Source: …/bitable-v1/app-table/batch_delete */
const MOST = 50;

/** One of the tables is not there, whichever. */
const UNKNOWN_TABLE: ReadonlySet<number> = new Set([1254004, 1254041]);

export const deleteTables = defineBatchOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a table',
	description: 'Delete tables with all their records; 50 items go into one request, and the last table of a base stays',
	endpoint: 'POST /open-apis/bitable/v1/apps/:app_token/tables/batch_delete',
	scopes: ['base:table:delete', 'bitable:app'],
	identity: 'either',
	fields: [tableField],
	output: doneOutput('deleted', 'app_token', 'table_id'),
	async prepare({ read, ...asking }): Promise<TablePath> {
		return await read(tableField).path(asking);
	},
	batch: { most: MOST, by: ({ app_token }) => app_token },
	async runAll(paths, { feishu, context, errorContext }) {
		const app_token = paths[0]?.app_token ?? '';
		const ids = [...new Set(paths.map(({ table_id }) => table_id))];
		const refused = await refusals(feishu, this.endpoint, app_token, ids);
		forgetTables({ feishu, context, errorContext }, app_token);
		return paths.map(({ table_id }) => refused.get(table_id) ?? { deleted: true, app_token, table_id });
	},
});

/** Deletes them, all in one request; where one is not there, each alone. @throws what all of them met */
async function refusals(
	feishu: FeishuClient,
	endpoint: string,
	app_token: string,
	ids: readonly string[],
): Promise<Map<string, Error>> {
	const remove = async (table_ids: readonly string[]) =>
		await feishu.call(endpoint, {
			path: { app_token },
			body: { table_ids },
			idempotent: true,
			paces: [perBase(app_token)],
		});
	const refused = new Map<string, Error>();
	const all = await remove(ids).then(() => undefined, isUnknown);
	if (all === undefined) return refused;
	if (ids.length === 1) return refused.set(ids[0] ?? '', all);
	for (const id of ids) {
		const refusal = await remove([id]).then(() => undefined, isUnknown);
		if (refusal) refused.set(id, refusal);
	}
	return refused;
}

/** @throws whatever is about more than one table, as that the last one of a base stays */
function isUnknown(error: unknown): Error {
	if (error instanceof CallError && UNKNOWN_TABLE.has(error.failure.code ?? 0)) return error;
	throw error;
}
