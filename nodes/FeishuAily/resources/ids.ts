import { complaint } from '../../shared/operation/field';

/** What Aily names things with. */
const KINDS = {
	session: { form: /^session_[0-9a-z]{1,24}$/, example: 'session_4dfunz7sp1g8m' },
	skill: { form: /^skill_\w{1,26}$/, example: 'skill_6cc6166178ca' },
	asset: { form: /^asset_\w{1,40}$/, example: 'asset_aadg2b5os5wjg' },
	tag: { form: /__asset_tag_\w+$/, example: 'spring_5862e4fea8__c__asset_tag_aadg2b5ql4gbs' },
} as const;

/** An ID of a kind. @throws InputError on anything else */
export function checkId(kind: keyof typeof KINDS, id: string, label: string): string {
	const { form, example } = KINDS[kind];
	if (form.test(id)) return id;
	throw complaint(label, `is no ID of that kind: ${id.slice(0, 40)}`, `It looks like ${example}`);
}
