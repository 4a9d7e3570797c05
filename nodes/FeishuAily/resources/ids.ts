import { complaint, mappedField, type Field } from '../../shared/operation/field';

/** What Aily names things with: a word, and letters without i, l and o. */
const KINDS = {
	session: { form: /^session_[0-9a-z]{1,24}$/, example: 'session_4dfunz7sp1g8m' },
	skill: { form: /^skill_\w{1,26}$/, example: 'skill_6cc6166178ca' },
	asset: { form: /^asset_\w{1,40}$/, example: 'asset_aadg2b5os5wjg' },
} as const;

/** A text that is empty or an ID of a kind. @throws InputError on an ID of another kind */
export function ailyId<const N extends string>(kind: keyof typeof KINDS, field: Field<string, N>): Field<string, N> {
	const { form, example } = KINDS[kind];
	return mappedField(field, (id, label) => {
		if (id === '' || form.test(id)) return id;
		throw complaint(label, `is no ID of that kind: ${id.slice(0, 40)}`, `It looks like ${example}`);
	});
}
