import { peopleField, type SeveralPeople } from '../../../shared/contact/severalPeople';
import { rowsField } from '../../../shared/fields/nested';
import type { FeishuClient } from '../../../shared/client/client';
import { mappedField, type Reader } from '../../../shared/operation/field';
import { stepField, stepNamed } from '../../definition/stepField';
import type { Definition } from '../../definition/readDefinition';
import { openIds } from '../../people/ids';

const people = peopleField({ displayName: 'People', name: 'people', description: 'Who it is' });
const FIELDS = [stepField, people] as const;

/** People for steps of the approval, as somebody filled them in. */
export type PeopleOfSteps = ReadonlyArray<{ step: { entered: string; label: string }; people: SeveralPeople }>;

const read = (rows: ReadonlyArray<Reader<(typeof FIELDS)[number]>>): PeopleOfSteps =>
	rows.map((row) => ({ step: row.read(stepField), people: row.read(people) }));

/** Who decides in steps for which whoever starts it chooses. */
export const approversField = mappedField(
	rowsField(
		{
			displayName: 'Approvers',
			name: 'stepApprovers',
			groupKey: 'rows',
			groupName: 'Step',
			placeholder: 'Add Step',
			description:
				'Who decides in the steps for which whoever starts the approval chooses; all other steps know by themselves',
		},
		FIELDS,
	),
	read,
);

/** Who gets copies in steps. */
export const copiesField = mappedField(
	rowsField(
		{
			displayName: 'Copies',
			name: 'stepCopies',
			groupKey: 'rows',
			groupName: 'Step',
			placeholder: 'Add Step',
			description: 'Who gets a copy in which step, up to 20 people each',
		},
		FIELDS,
	),
	read,
);

/** Copies of a step. @see https://open.feishu.cn/document/server-docs/approval-v4/instance/create `node_cc_open_id_list` */
const MOST_COPIES = 20;

/** @throws InputError about a step with too many people for copies, before any call */
export function refuseTooMany(copies: PeopleOfSteps): void {
	for (const { people: several } of copies)
		if (several.count > MOST_COPIES)
			throw copiesField.refuse(`has ${several.count} people in a step`, `Up to ${MOST_COPIES} get copies`);
}

/** @throws InputError about a step that the approval does not have, before anybody is looked up */
export function refuseUnknownSteps(definition: Definition, chosen: PeopleOfSteps): void {
	for (const { step } of chosen) stepNamed(definition, step);
}

/** As the platform takes them. @throws InputError about people who were not found */
export async function perStep(
	feishu: FeishuClient,
	definition: Definition,
	chosen: PeopleOfSteps,
): Promise<Array<{ key: string; value: string[] }>> {
	const steps = chosen.map(({ step }) => stepNamed(definition, step));
	const lists: Array<{ key: string; value: string[] }> = [];
	for (const [at, { people: several }] of chosen.entries())
		lists.push({ key: steps[at]?.node_id ?? '', value: await openIds(feishu, several) });
	return lists;
}

/** @throws InputError about a step for which nobody was chosen, and somebody has to be */
export function refuseWithoutApprovers({ steps }: Definition, chosen: PeopleOfSteps): void {
	const named = new Set(chosen.map(({ step }) => step.entered));
	const open = steps.find(
		(step) => step.need_approver && ![step.node_id, step.custom_node_id, step.name].some((key) => named.has(key)),
	);
	if (open)
		throw approversField.refuse(
			`names nobody for the step '${open.name || open.node_id}'`,
			'In this step whoever starts the approval chooses who decides',
		);
}
