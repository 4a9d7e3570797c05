import { text } from '../../../../feishu/json';
import { InputError } from '../../../../feishu/input';
import type { Asking } from '../../../shared/client/asking';
import { listSearch } from '../../../shared/fields/listSearch';
import { fromList, locatorField, optionalLocatorField, TEXT } from '../../../shared/fields/locator';
import type { Words } from '../../../shared/fields/plain';
import { complaint, mappedField, type Field } from '../../../shared/operation/field';
import { chosenForm, keyOfForm, type FormPath } from './form';

export const GET_QUESTIONS = 'GET /open-apis/bitable/v1/apps/:app_token/tables/:table_id/forms/:form_id/fields';

/** The largest page. Source: …/bitable-v1/app-table-form-field/list */
export const PAGE = 100;

const searchQuestions = listSearch({
	what: 'questions',
	scopes: ['base:form:read', 'bitable:app:readonly', 'bitable:app'],
	of: keyOfForm,
	async *entries(ask) {
		const path = await chosenForm(ask);
		for await (const one of ask.feishu.records(GET_QUESTIONS, { path, pageSize: PAGE, itemsKey: 'items' }))
			yield { name: `${text(one.title)}${one.visible === false ? ' (hidden)' : ''}`, value: text(one.field_id) };
	},
	nothing: {
		message: 'The form has no question',
		advice: 'A question asks for a field of the table: Field: Create adds one',
	},
});

/** A question as filled in: by the ID of its field, or by its title. */
export class Question {
	constructor(
		/** `fld…` or a title. */
		private readonly entered: string,
		private readonly label: string,
	) {}

	/** `fld…` @throws InputError when the form has no question of this title; CallError */
	async id({ feishu }: Asking, path: FormPath): Promise<string> {
		if (/^fld\w+$/.test(this.entered)) return this.entered;
		const titles: string[] = [];
		for await (const { title, field_id } of feishu.records(GET_QUESTIONS, {
			path,
			pageSize: PAGE,
			itemsKey: 'items',
		})) {
			if (text(title).trim() === this.entered) return text(field_id);
			titles.push(text(title));
		}
		throw new InputError(
			this.label,
			`The form has no question '${this.entered.slice(0, 60)}'`,
			`It has ${titles.slice(0, 20).join(', ')}`,
		);
	}
}

const LOCATED = {
	modes: [
		fromList('searchQuestions', 'Choose a question…'),
		{ displayName: 'By Title or ID', name: 'id', ...TEXT, placeholder: 'e.g. fldjX7dUj5' },
	],
	searches: { searchQuestions },
	calls: [GET_QUESTIONS],
};

/** A question of the form that is chosen beside it. */
export function questionField<const N extends string>(words: Words<N>): Field<Question, N> {
	return mappedField(locatorField({ ...words, ...LOCATED }), ({ value }, label) => new Question(value, label));
}

/** As `questionField`, where the panel asks for it in one case alone: n8n would ask for it also where it is hidden. */
export function shownQuestionField<const N extends string>(words: Words<N>): Field<Question, N> {
	return mappedField(optionalLocatorField({ ...words, ...LOCATED }), (found, label) => {
		if (!found) throw complaint(label, 'is empty', 'Choose a question from the list');
		return new Question(found.value, label);
	});
}
