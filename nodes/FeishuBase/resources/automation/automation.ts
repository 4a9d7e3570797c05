import { text } from '../../../../feishu/json';
import { checkKind } from '../../../../feishu/idKinds';
import { chosenBase, keyOfBase } from '../../../shared/base/chosen';
import { askingFor } from '../../../shared/fields/panel';
import { listSearch } from '../../../shared/fields/listSearch';
import { fromList, locatorField, TEXT } from '../../../shared/fields/locator';
import { complaint, mappedField } from '../../../shared/operation/field';

export const GET_AUTOMATIONS = 'GET /open-apis/bitable/v1/apps/:app_token/workflows';

const searchAutomations = listSearch({
	what: 'automations',
	scopes: ['base:workflow:read', 'bitable:app:readonly', 'bitable:app'],
	of: keyOfBase,
	async *entries(ask) {
		const path = { app_token: await chosenBase(ask).token(askingFor(ask)) };
		for await (const one of ask.feishu.records(GET_AUTOMATIONS, { path, itemsKey: 'workflows' }))
			yield {
				name: `${text(one.title)}${one.status === 'Disable' ? ' (off)' : ''}`,
				value: text(one.workflow_id),
			};
	},
	nothing: {
		message: 'The base has no automation',
		advice: 'People make them in the base: Automations; the newer workflows are in no list that can be switched',
	},
});

/** The ID of an automation: from the list, or entered. In addresses it has another one (`wkf…`), which no call takes. */
export const automationField = mappedField(
	locatorField({
		displayName: 'Automation',
		name: 'automation',
		description: 'An automation of the base',
		modes: [
			fromList('searchAutomations', 'Choose an automation…'),
			{
				displayName: 'By ID',
				name: 'id',
				...TEXT,
				placeholder: 'e.g. 7308871234552638996',
				hint: 'Get Many gives it as workflow_id',
			},
		],
		searches: { searchAutomations },
	}),
	({ value }, label) => {
		if (/^wkf/.test(value) || /^https?:/i.test(value))
			throw complaint(
				label,
				`holds no ID that calls take: ${value.slice(0, 60)}`,
				'In addresses an automation has another ID: choose from the list, or take workflow_id of Get Many',
			);
		return checkKind('part', value, label);
	},
);
