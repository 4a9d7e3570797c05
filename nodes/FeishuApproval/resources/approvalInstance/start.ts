/** How an approval is started, whether the workflow waits for what becomes of it or not. */
import type { IDataObject } from 'n8n-workflow';

import { codeOf } from '../../../../feishu/api/call';
import { text } from '../../../../feishu/json';
import { GET_INSTANCE } from '../../../shared/approval/readInstance';
import type { OperationContext } from '../../../shared/operation/operation';
import { definitionField } from '../../definition/definitionField';
import { definitionOf } from '../../definition/readDefinition';
import { controlAdvice } from '../../form/controlAdvice';
import { formField } from '../../form/formField';
import { formText, refuseClientOnly, valuesIn } from '../../form/sendForm';
import { ownId } from '../../people/ids';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';
import {
	approversField,
	copiesField,
	perStep,
	refuseTooMany,
	refuseUnknownSteps,
	refuseWithoutApprovers,
} from './chosenPeople';
import { starterField } from './starter';

/** For an app, which starts it in the name of somebody. */
export const START = 'POST /open-apis/approval/v4/instances';

export const START_SCOPES = ['approval:instance', 'approval:approval'];

/** The uuid was used: the instance is there. @see https://open.feishu.cn/document/server-docs/approval-v4/instance/create */
const STARTED_BEFORE = 60012;

export const START_FIELDS = [definitionField, starterField, formField, approversField, copiesField] as const;

type Asked = OperationContext<(typeof START_FIELDS)[number]>;
type Given = ReturnType<typeof readStart>;
type Ready = Awaited<ReturnType<typeof readyToStart>>;

/** What was filled in. @throws InputError, before any call */
export function readStart({ read, label, context, itemIndex }: Asked) {
	const { json = {} } = context.getInputData()[itemIndex] ?? {};
	const given = {
		approval_code: read(definitionField),
		starter: read(starterField),
		filled: valuesIn(read(formField), json, label(formField)),
		approvers: read(approversField),
		copies: read(copiesField),
	};
	refuseTooMany(given.copies);
	return given;
}

/** @throws InputError where an app does not say in whose name it starts it */
export function requireStarter({ starter }: Pick<Given, 'starter'>): NonNullable<Given['starter']> {
	if (starter) return starter;
	throw starterField.refuse('is empty', 'An app starts approvals in the name of somebody: choose the person');
}

interface Readiness {
	/** Whether what the form requires may be left out. */
	allowMissing?: boolean;
}

/** Looks up, checks and uploads all that the start takes. @throws InputError, CallError; nothing is started then */
export async function readyToStart(
	{ label, feishu, panel, errorContext }: Asked,
	given: Given,
	{ allowMissing }: Readiness,
) {
	const definition = await definitionOf(feishu, given.approval_code);
	refuseClientOnly(definition, label(definitionField));
	refuseUnknownSteps(definition, [...given.approvers, ...given.copies]);
	refuseWithoutApprovers(definition, given.approvers);
	errorContext.adviceOf = controlAdvice(definition.widgets);
	const node_approvers = await perStep(feishu, definition, given.approvers);
	const node_copies = await perStep(feishu, definition, given.copies);
	const form = await formText(definition, { ...given.filled, complete: !allowMissing }, { feishu, panel });
	return { ...given, node_approvers, node_copies, form };
}

/**
 * Starts it as an app. A uuid that was used starts nothing: an answer was lost, or it stands for an instance of before.
 * @param more options of the body
 */
export async function startAsApp(
	{ feishu, label, errorContext }: Asked,
	ready: Ready,
	{ uuid, more }: { uuid: string; more: IDataObject },
): Promise<{ instance_code: string; instance_link?: string; isNew: boolean }> {
	const { approval_code, form, node_approvers, node_copies } = ready;
	nameWhomItDoesNotKnow(errorContext, {
		[label(starterField)]: ready.starter,
		[label(approversField)]: node_approvers.length > 0 ? ready.approvers : undefined,
		[label(copiesField)]: node_copies.length > 0 ? ready.copies : undefined,
	});
	// The body takes a user_id before an open_id, and no other kind.
	const { id, type } = await ownId(feishu, requireStarter(ready), label(starterField));
	const body = {
		approval_code,
		[type]: id,
		form,
		node_approver_open_id_list: node_approvers,
		node_cc_open_id_list: node_copies,
		uuid,
		with_link: true,
		...more,
	};
	return await feishu.call<{ instance_code: string }>(START, { body, idempotent: true }).then(
		(answer) => ({ ...answer, isNew: true }),
		async (error: unknown) => {
			if (codeOf(error) !== STARTED_BEFORE) throw error;
			const found = await feishu.call(GET_INSTANCE, { path: { instance_id: uuid } });
			return { instance_code: text(found.instance_code), isNew: false };
		},
	);
}
