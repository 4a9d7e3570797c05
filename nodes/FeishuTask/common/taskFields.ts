import type { ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';

import { guidIn } from '../../../feishu/task/taskAddress';
import { customField, type CustomField, type CustomType } from '../../../feishu/task/customField';
import { FeishuClient } from '../../shared/client/client';
import { toNodeError } from '../../shared/client/errors';
import { panelHtml } from '../../shared/client/panelHtml';
import { authenticationOf } from '../../shared/client/sessions';
import { filledIn } from '../../shared/fields/panel';
import { GET_FIELDS, PAGE, READ_FIELDS } from './endpoints';

/** The custom fields of a task list, without those of a kind that is not known here. @throws CallError */
export async function fieldsOf(feishu: FeishuClient, tasklist: string): Promise<CustomField[]> {
	const query = { resource_type: 'tasklist', resource_id: tasklist };
	const records = await feishu.list(GET_FIELDS, { query, pageSize: PAGE, limit: Infinity });
	return records.flatMap((record) => customField(record) ?? []);
}

const TYPES: Readonly<Partial<Record<CustomType, ResourceMapperField['type']>>> = {
	number: 'number',
	datetime: 'dateTime',
	single_select: 'options',
};

const SHOWN = 5;

/** What the box of a field does not show. */
function takes({ type, multi }: CustomField, names: readonly string[]): string {
	if (type === 'datetime') return 'date';
	if (type === 'member') return multi ? 'e-mails or names, with commas between' : 'e-mail or name';
	if (type !== 'multi_select') return '';
	if (names.length < 2) return names.join();
	return `several with commas: ${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ', …' : ''}`;
}

function column(field: CustomField): ResourceMapperField {
	const { guid, name, type, options } = field;
	const names = options.filter(({ hidden }) => !hidden).map((one) => one.name);
	const said = takes(field, names);
	return {
		id: guid,
		displayName: said ? `${name} (${said})` : name,
		required: false,
		defaultMatch: false,
		display: true,
		type: TYPES[type] ?? 'string',
		...(type === 'single_select' && { options: names.map((value) => ({ name: value, value })) }),
	};
}

const CHOOSE = 'Custom fields come with a task list: choose one under Task List to see those that it has.';

/**
 * The custom fields of the task list that is chosen on the panel. Why there are none stands where they would stand: of an
 * error n8n tells nothing there but that it was one.
 */
export async function getTaskFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const feishu = new FeishuClient(this);
	const chosen = filledIn({ context: this, feishu }, 'tasklist');
	if (chosen === '') return { fields: [], emptyFieldsNotice: CHOOSE };
	try {
		const found = await fieldsOf(feishu, guidIn('tasklist', 'Task List', chosen));
		return {
			fields: found.map(column),
			...(found.length === 0 && { emptyFieldsNotice: 'The task list has no custom fields' }),
		};
	} catch (error) {
		const consoleUrl = await feishu.consoleUrl().catch(() => undefined);
		const context = { scopes: READ_FIELDS, consoleUrl, caller: authenticationOf(this) };
		const { message, description } = toNodeError(this.getNode(), error, context);
		const [advice] = (description ?? '').split('\n');
		return { fields: [], emptyFieldsNotice: panelHtml([message, advice].filter(Boolean).join('. ')) };
	}
}
