import type { IDataObject } from 'n8n-workflow';

import type { FeishuClient } from '../client/client';
import { DEPARTMENT_NAMES_CALL, departmentNamesOf, namesOf, NAMES_CALL } from '../contact/namesOf';
import { departmentsIn, peopleIn, plainInstance } from './plainInstance';
import type { Instance } from './readInstance';

/** What whoever gives an instance with names has to list among its calls. */
export const INSTANCE_NAME_CALLS = [NAMES_CALL, DEPARTMENT_NAMES_CALL] as const;

/** Names of so many people, or departments, come with one request. */
const MOST_NAMES = 50;

/** An instance with plain values, and the names of its people and departments as far as they may be known. */
export async function instanceWithNames(feishu: FeishuClient, instance: Instance): Promise<IDataObject> {
	const [people, departments] = await Promise.all([
		namesOf(feishu, peopleIn(instance).slice(0, MOST_NAMES)),
		departmentNamesOf(feishu, departmentsIn(instance).slice(0, MOST_NAMES)),
	]);
	return plainInstance(instance, new Map([...people, ...departments]));
}
