import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { FeishuClient } from '../../../shared/client/client';
import { toNodeError } from '../../../shared/client/errors';
import { sampledColumns } from './sampledColumns';

/** The columns of the sheet that is chosen on the panel, as choices. */
export async function getSheetColumnNames(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await sampledColumns({ context: this, feishu: new FeishuClient(this) }).then(
		(columns) => columns.map(({ name }) => ({ name, value: name })),
		(error: unknown) => {
			throw toNodeError(this.getNode(), error);
		},
	);
}
