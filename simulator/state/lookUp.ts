import { PlatformError } from '../platform/envelope';
import type { DepartmentIdType, UserIdType } from '../platform/ids';
import type { Department, User } from './contact';
import type { Viewer } from './directory';
import type { Message } from './messages';
import type { Store } from './store';

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

const foreignId = () => new PlatformError(99992361, 'open_id cross app');

/** How an endpoint of its own refuses what it doesn't find. */
type Own = () => PlatformError;

const unknown = ({ settings }: Store, kind: keyof typeof ID_ERRORS, own: Own | undefined) =>
	own && settings.unknownId === 'endpoint' ? own() : invalidId(kind);

/** A person as the app names them; another app's open_id is 99992361. */
export function userById(store: Store, app: Viewer, idType: UserIdType, id: string, own?: Own): User {
	const user = store.directory.find(app, idType, id);
	if (user) return user;
	if (idType === 'open_id' && store.directory.isForeign(app, id)) throw foreignId();
	throw unknown(store, idType, own);
}

export function messageById(store: Store, id: string, own?: Own): Message {
	const message = store.im.messages.get(id);
	if (!message) throw unknown(store, 'message_id', own);
	return message;
}

export function departmentById(store: Store, idType: DepartmentIdType, id: string): Department {
	const department = [...store.contact.departments.values()].find((candidate) => candidate[idType] === id);
	if (department) return department;
	throw idType === 'open_department_id' ? unknown(store, 'open_department_id', noDepartment) : noDepartment();
}

const noDepartment = () => new PlatformError(40015, 'department not exist');
