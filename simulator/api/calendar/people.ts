import { refused } from '../../calendar/problem';
import type { UserIdType } from '../../platform/ids';
import type { User } from '../../state/contact';
import type { Viewer } from '../../state/directory';
import type { Store } from '../../state/store';
import { userById } from '../lookUp';

/** A person as the app names them, who has not left the company. */
export function personNamed(store: Store, app: Viewer, idType: UserIdType, id: string): User {
	const user = userById(store, app, idType, id, refused.user);
	if (user.is_resigned) throw refused.user();
	return user;
}
