import { PlatformError } from '../platform/envelope';
import type { DepartmentIdType, UserIdType } from '../platform/ids';
import type { Department, User } from '../state/contact';
import type { Message } from '../state/messages';
import type { Store } from '../state/store';

/** The gateway's own refusals of an id, which come before the business code of the endpoint. */
const ID_ERRORS = {
	open_id: { code: 99992351, example: 'ou_7dab8a3d3cdcc9da365777c7ad535d62' },
	message_id: { code: 99992354, example: 'om_dc13264520392913993dd051dba21dcf' },
	chat_id: { code: 99992356, example: 'oc_a0553eda9014c201e6969b478895c230' },
	open_department_id: { code: 99992358, example: 'od-4e6ac4d14bcd5071a37a39de902c7141' },
	user_id: { code: 99992360, example: '7be5fg9a' },
	union_id: { code: 99992364, example: 'on_94a1ee5551019f18cd73d9f111898cf2' },
} as const;

export function invalidId(kind: keyof typeof ID_ERRORS): PlatformError {
	const { code, example } = ID_ERRORS[kind];
	return new PlatformError(
		code,
		`The request you send is not a valid {${kind}} or not exists, example value: ${example}`,
	);
}

export function userById(store: Store, idType: UserIdType, id: string): User {
	const user = store.contact.find(idType, id);
	if (!user) throw invalidId(idType);
	return user;
}

export function messageById(store: Store, id: string): Message {
	const message = store.im.messages.get(id);
	if (!message) throw invalidId('message_id');
	return message;
}

export function departmentById(store: Store, idType: DepartmentIdType, id: string): Department {
	const department = [...store.contact.departments.values()].find((candidate) => candidate[idType] === id);
	if (department) return department;
	if (idType === 'open_department_id') throw invalidId('open_department_id');
	throw new PlatformError(40015, 'department not exist');
}
