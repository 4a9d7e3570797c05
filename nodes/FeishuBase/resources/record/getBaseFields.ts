import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { kindOf } from '../../../../feishu/base/baseField';
import { chosenTable } from '../../../shared/base/chosen';
import { askingFor } from '../../../shared/fields/panel';
import { fieldsOf } from '../../../shared/base/contents';
import { FeishuClient } from '../../../shared/client/client';
import { toNodeError } from '../../../shared/client/errors';

/** The fields of the table that is chosen on the panel, as choices. */
export async function getBaseFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const panel = { context: this, feishu: new FeishuClient(this) };
	const fields = async () => await fieldsOf(askingFor(panel), await chosenTable(panel));
	return await fields().then(
		(all) => all.map((field) => ({ name: field.field_name, value: field.field_id, description: kindOf(field) })),
		(error: unknown) => {
			throw toNodeError(this.getNode(), error);
		},
	);
}
