import type { IDataObject } from 'n8n-workflow';

import { optionalDepartmentField } from '../../../shared/contact/department';
import { collectionField, type Added } from '../../../shared/fields/nested';
import { choicesField, flagField, textField } from '../../../shared/fields/plain';
import { limitField } from '../../../shared/im/sendAndWait/limit';
import { complaint, mappedField, reworded } from '../../../shared/operation/field';

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/instance/create */
const ownId = mappedField(
	textField({
		displayName: 'Own ID',
		name: 'ownId',
		placeholder: 'e.g. order-2026-1107',
		description:
			'An ID of yours, up to 64 characters: nothing is started twice with one, and Get finds the instance by it. Without it each run has one of its own.',
	}),
	(id, label) => {
		if (id.length <= 64 && !/\s/.test(id)) return id;
		throw complaint(label, 'is no ID that can be used', 'It has up to 64 characters and no blanks');
	},
);

const missing = flagField({
	displayName: 'Allow Missing Required Controls',
	name: 'allowMissing',
	default: false,
	description:
		'Whether it is started although something is empty that its form requires: Feishu itself does not ask for it',
});

const title = textField({
	displayName: 'Title',
	name: 'title',
	placeholder: 'e.g. Laptop for Ann',
	description: 'What it is called in lists, in place of the name of the approval; for apps only',
});

const department = optionalDepartmentField({
	displayName: 'Department',
	name: 'startDepartment',
	description: 'Of whoever starts it, where that is in several; for apps only',
});

const withdrawing = flagField({
	displayName: 'No Withdrawing',
	name: 'forbidRevoke',
	default: false,
	description: 'Whether it can not be withdrawn any more; for apps only',
});

const resubmit = flagField({
	displayName: 'Resubmit',
	name: 'allowResubmit',
	default: false,
	description: 'Whether whoever started it can send it again after a rejection; for apps only',
});

const again = flagField({
	displayName: 'Submit Again',
	name: 'allowSubmitAgain',
	default: false,
	description: 'Whether whoever started it can start another one like it; for apps only',
});

const silent = choicesField({
	displayName: 'No Messages When',
	name: 'noMessagesWhen',
	options: [
		{ name: 'Approved', value: '1' },
		{ name: 'Rejected', value: '2' },
		{ name: 'Withdrawn', value: '4' },
	],
	default: [],
	description: 'When the bot of approvals does not tell whoever started it; for apps only',
});

const ofInstance = [missing, title, department, withdrawing, resubmit, again, silent] as const;

export const createOptions = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	ownId,
	...ofInstance,
]);

const limit = reworded(limitField, {
	description:
		'After it the workflow goes on with the input, without a decision; a little before, n8n looks at the approval once more',
});

/** The uuid is that of the wait here. */
export const waitOptions = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	...ofInstance,
	limit,
]);

/** Whoever is in several departments has to say which. */
export const previewOptions = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	department,
]);

/** What only the endpoint of apps takes. */
export function optionsOfApp(added: Added<(typeof ofInstance)[number]>): IDataObject {
	const { title: name, startDepartment, forbidRevoke, allowResubmit, allowSubmitAgain, noMessagesWhen } = added;
	// A mask: 1 approved, 2 rejected, 4 withdrawn.
	const mask = (noMessagesWhen ?? []).reduce((sum, one) => sum + Number(one), 0);
	return {
		...(name && titled(name)),
		...(startDepartment && { department_id: startDepartment.id }),
		...(forbidRevoke !== undefined && { forbid_revoke: forbidRevoke }),
		...(allowResubmit !== undefined && { allow_resubmit: allowResubmit }),
		...(allowSubmitAgain !== undefined && { allow_submit_again: allowSubmitAgain }),
		...(mask > 0 && { cancel_bot_notification: String(mask) }),
	};
}

/** What of it is switched on, by what the panel calls it. */
export const labelsOfApp = (added: Added<(typeof ofInstance)[number]>): Record<string, unknown> => ({
	[title.label]: added.title,
	[department.label]: added.startDepartment,
	[withdrawing.label]: added.forbidRevoke || undefined,
	[resubmit.label]: added.allowResubmit || undefined,
	[again.label]: added.allowSubmitAgain || undefined,
	[silent.label]: added.noMessagesWhen?.length ? added.noMessagesWhen : undefined,
});

/** A title is a key of a text in languages, and stands in place of the approval's name (1) rather than beside it. */
function titled(value: string): IDataObject {
	const key = '@i18n@title';
	return {
		title: key,
		title_display_method: 1,
		i18n_resources: [{ locale: 'zh-CN', is_default: true, texts: [{ key, value }] }],
	};
}
