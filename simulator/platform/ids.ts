import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Department, Message, Store, User } from '../state/store';
import { PlatformError } from './envelope';

const hex = (length: number) =>
	randomBytes(Math.ceil(length / 2))
		.toString('hex')
		.slice(0, length);
const base62 = (length: number) =>
	randomBytes(length * 2)
		.toString('base64')
		.replace(/[^0-9A-Za-z]/g, '')
		.slice(0, length);

/** Identifiers in the shapes of the platform (the long-connection client of the SDK refuses an app id of another shape). */
export const newId = {
	app: () => `cli_${hex(16)}`,
	secret: () => base62(32),
	openId: () => `ou_${hex(32)}`,
	unionId: () => `on_${hex(32)}`,
	userId: () => hex(8),
	department: () => `od-${hex(32)}`,
	chat: () => `oc_${hex(32)}`,
	message: () => `om_${hex(32)}`,
	thread: () => `omt_${hex(16)}`,
	image: () => `img_v3_02sim_${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}g`,
	file: () => `file_v3_00sim_${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}g`,
	/** Of tabs and menus: 19 digits. */
	long: () => `7${String(randomInt(1e9)).padStart(9, '0')}${String(randomInt(1e9)).padStart(9, '0')}`,
	batch: () => `bm-${hex(32)}`,
	hook: () => randomUUID(),
	userGroup: () => `g${hex(6)}`,
	reaction: () => `${base62(20)}-${base62(6)}`,
	event: () => hex(32),
	tenantToken: () => `t-${base62(42)}`,
	log: () => `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}${hex(20).toUpperCase()}`,
};

export const USER_ID_TYPES = ['open_id', 'union_id', 'user_id'] as const;
export type UserIdType = (typeof USER_ID_TYPES)[number];
export const DEPARTMENT_ID_TYPES = ['open_department_id', 'department_id'] as const;
export type DepartmentIdType = (typeof DEPARTMENT_ID_TYPES)[number];

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
	const user = store.findUser(idType, id);
	if (!user) throw invalidId(idType);
	return user;
}

export function messageById(store: Store, id: string): Message {
	const message = store.messages.get(id);
	if (!message) throw invalidId('message_id');
	return message;
}

export function departmentById(store: Store, idType: DepartmentIdType, id: string): Department {
	const department = [...store.departments.values()].find((candidate) => candidate[idType] === id);
	if (department) return department;
	if (idType === 'open_department_id') throw invalidId('open_department_id');
	throw new PlatformError(40015, 'department not exist');
}
