import type { Department, User } from '../../../state/contact';
import type { Viewer } from '../../../state/directory';
import type { Store } from '../../../state/store';

export const RECEIVER_LISTS = ['department_ids', 'open_ids', 'user_ids', 'union_ids'] as const;
type List = (typeof RECEIVER_LISTS)[number];

/** The department and all below it. */
function withChildren(store: Store, top: Department): Department[] {
	const below = [...store.contact.departments.values()].filter(({ parent }) => parent === top.open_department_id);
	return [top, ...below.flatMap((department) => withChildren(store, department))];
}

/** Everybody in a department and below, by either id; nothing for the root and for unknown ids. */
function peopleIn(store: Store, id: string): User[] | undefined {
	const top = [...store.contact.departments.values()].find(
		({ open_department_id: openId, department_id: ownId }) => openId === id || ownId === id,
	);
	if (!top) return undefined;
	const inside = new Set(withChildren(store, top).map(({ open_department_id: openId }) => openId));
	return [...store.contact.users.values()].filter((user) => user.department_ids.some((each) => inside.has(each)));
}

const person =
	(idType: 'open_id' | 'user_id' | 'union_id') =>
	(store: Store, app: Viewer, id: string): User[] | undefined => {
		const user = store.directory.find(app, idType, id);
		return user && [user];
	};

const FINDERS: Record<List, (store: Store, app: Viewer, id: string) => User[] | undefined> = {
	department_ids: (store, _app, id) => peopleIn(store, id),
	open_ids: person('open_id'),
	user_ids: person('user_id'),
	union_ids: person('union_id'),
};

/** Everybody that the lists name, each once, and by list the ids that name nobody. */
export function receiversOf(
	store: Store,
	app: Viewer,
	lists: Readonly<Record<List, readonly string[]>>,
): { people: User[]; invalid: Record<`invalid_${List}`, string[]> } {
	const people = new Set<User>();
	const invalid = { invalid_department_ids: [], invalid_open_ids: [], invalid_user_ids: [], invalid_union_ids: [] };
	const bad: Record<`invalid_${List}`, string[]> = invalid;
	for (const list of RECEIVER_LISTS)
		for (const id of lists[list]) {
			const found = FINDERS[list](store, app, id)?.filter((user) => !user.is_resigned);
			if (!found) bad[`invalid_${list}`].push(id);
			for (const user of found ?? []) people.add(user);
		}
	return { people: [...people], invalid: bad };
}
