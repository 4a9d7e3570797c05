import { codeOf } from '../../../../feishu/api/call';
import { text } from '../../../../feishu/json';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { definitionField } from '../../definition/definitionField';
import { definitionOf } from '../../definition/readDefinition';
import { controlAdvice } from '../../form/controlAdvice';
import { FORM_CALLS, formField } from '../../form/formField';
import { formText, refuseClientOnly, valuesIn } from '../../form/sendForm';
import { GET_INSTANCE } from '../../../shared/approval/readInstance';
import { ID_CALLS, ownId } from '../../people/ids';
import { approversField, copiesField, perStep, refuseTooMany, refuseWithoutApprovers } from './chosenPeople';
import { createOptions, optionsOfApp } from './createOptions';
import { starterField } from './starter';

/** For a person, who starts it in their own name. */
const INITIATE = 'POST /open-apis/approval/v4/instances/initiate';

/** The uuid was used: the instance is there. @see https://open.feishu.cn/document/server-docs/approval-v4/instance/create */
const STARTED_BEFORE = 60012;

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/instance/create */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create an instance',
	description: 'Start an approval with its form filled in, as an app for somebody or as the person who signed in',
	endpoint: 'POST /open-apis/approval/v4/instances',
	alsoCalls: [INITIATE, GET_INSTANCE, ...FORM_CALLS, ...ID_CALLS],
	scopes: ['approval:instance', 'approval:approval', 'approval:instance:write'],
	identity: 'either',
	fields: [definitionField, starterField, formField, approversField, copiesField, createOptions],
	output: outputOf({
		instance_code: 'string',
		'instance_link?': 'string',
		approval_code: 'string',
		created: 'boolean',
	}),
	async run({ read, label, feishu, context, itemIndex, panel, uuid, errorContext }) {
		const approval_code = read(definitionField);
		const starter = read(starterField);
		const { json = {} } = context.getInputData()[itemIndex] ?? {};
		const filled = valuesIn(read(formField), json, label(formField));
		const approvers = read(approversField);
		const copies = read(copiesField);
		const options = read(createOptions);
		refuseTooMany(copies);
		const isPerson = await feishu.isPerson();
		if (!isPerson && !starter)
			throw starterField.refuse('is empty', 'An app starts approvals in the name of somebody: choose the person');
		const definition = await definitionOf(feishu, approval_code);
		refuseClientOnly(definition, label(definitionField));
		refuseWithoutApprovers(definition, approvers);
		errorContext.adviceOf = controlAdvice(definition.widgets);
		const node_approvers = await perStep(feishu, definition, approvers);
		const node_copies = await perStep(feishu, definition, copies);
		const complete = !options.allowMissing;
		const form = await formText(definition, { ...filled, complete }, { feishu, panel });
		const own = options.ownId || uuid;
		const call = async () => {
			if (isPerson) {
				const lists = { node_approver_list: node_approvers, node_cc_list: node_copies };
				return await feishu.call(INITIATE, { body: { approval_code, form, ...lists, uuid: own }, idempotent: true });
			}
			// The body takes a user_id before an open_id, and no other kind.
			const { id, type } = await ownId(feishu, starter as NonNullable<typeof starter>, label(starterField));
			return await feishu.call(this.endpoint, {
				body: {
					approval_code,
					[type]: id,
					form,
					node_approver_open_id_list: node_approvers,
					node_cc_open_id_list: node_copies,
					uuid: own,
					with_link: true,
					...optionsOfApp(options),
				},
				idempotent: true,
			});
		};
		const made = await call().then(
			(answer) => ({ ...answer, created: true }),
			async (error: unknown) => {
				if (codeOf(error) !== STARTED_BEFORE || isPerson) throw error;
				// An answer was lost, or the Own ID stands for an instance of before.
				const found = await feishu.call(GET_INSTANCE, { path: { instance_id: own } });
				return { instance_code: text(found.instance_code), created: !options.ownId };
			},
		);
		return { approval_code, ...made };
	},
});
