import { InputError } from '../../../../feishu/input';
import { text } from '../../../../feishu/json';
import { checkKind } from '../../../../feishu/idKinds';
import type { Asking } from '../../../shared/client/asking';
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

/** An automation as filled in: by its ID or by its name. */
class Automation {
	constructor(
		/** Digits or a name. */
		readonly entered: string,
		private readonly label: string,
	) {}

	/** @throws InputError when the base has not exactly one automation of this name; CallError */
	async id({ feishu }: Asking, app_token: string): Promise<string> {
		if (/^\d+$/.test(this.entered)) return this.entered;
		const all = await feishu.list(GET_AUTOMATIONS, { path: { app_token }, limit: Infinity, itemsKey: 'workflows' });
		const [found, another] = all.filter(({ title }) => text(title).trim() === this.entered);
		if (found && !another) return text(found.workflow_id);
		const names = all.slice(0, 20).map(({ title }) => text(title));
		throw new InputError(
			this.label,
			`The base has ${found ? 'several automations' : 'no automation'} called '${this.entered.slice(0, 60)}'`,
			found ? 'Choose one from the list' : names.length > 0 ? `It has ${names.join(', ')}` : 'It has none at all',
		);
	}
}

/** An automation: from the list, or entered. In addresses it has another ID (`wkf…`), which no call takes. */
export const automationField = mappedField(
	locatorField({
		displayName: 'Automation',
		name: 'automation',
		description: 'An automation of the base',
		modes: [
			fromList('searchAutomations', 'Choose an automation…'),
			{
				displayName: 'By Name or ID',
				name: 'id',
				...TEXT,
				placeholder: 'e.g. Remind of what is due, 7308871234552638996',
				hint: 'Get Many gives it as workflow_id',
			},
		],
		searches: { searchAutomations },
		calls: [GET_AUTOMATIONS],
	}),
	({ value }, label) => {
		if (/^wkf/.test(value) || /^https?:/i.test(value))
			throw complaint(
				label,
				`holds no ID that calls take: ${value.slice(0, 60)}`,
				'In addresses an automation has another ID: choose from the list, or take workflow_id of Get Many',
			);
		// What has neither blanks nor letters of other languages may be the ID of something else.
		return new Automation(/^[!-~]+$/.test(value) ? checkKind('part', value, label) : value, label);
	},
);
