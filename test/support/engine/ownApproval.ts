/** Approvals for tests: what one does to an instance concerns no other. */
import { takeForm } from '../../../simulator/approval/form';
import { type Course, NOBODY } from '../../../simulator/approval/flow';
import { start } from '../../../simulator/approval/instances';
import { EXPENSE_CODE } from '../../../simulator/seed/approval';
import { byLogin } from '../../../simulator/seed/contact';
import type { Definition, Instance } from '../../../simulator/state/approvals';
import type { Platform } from './platform';

export { ALL_WIDGETS_CODE, EXPENSE_CODE, LEAVE_CODE } from '../../../simulator/seed/approval';

export function definitionOf(p: Platform, code: string): Definition {
	const definition = p.store.approvals.definitions.get(code);
	if (!definition) throw new Error(`There is no definition ${code}`);
	return definition;
}

/** The open_id of somebody as the app knows them. */
export const openIdOf = (p: Platform, login: string): string => byLogin(p.store, login).open_id;

/** An expense claim that the first person has started, and that waits for that person and another one, of whom one suffices. */
export function ownInstance(p: Platform): Course {
	const definition = definitionOf(p, EXPENSE_CODE);
	const app = p.store.apps.get(p.simulator.appId);
	if (!app) throw new Error('There is no app');
	const form = JSON.stringify([
		{ id: 'widgetReason', type: 'textarea', value: 'Pens & paper' },
		{ id: 'widgetKind', type: 'radioV2', value: 'kind-2' },
		{ id: 'widgetTotal', type: 'amount', value: 30, currency: 'USD' },
	]);
	const filled = takeForm(form, definition, { store: p.store, app, host: '' });
	const instance = start(p.store, { definition, starter: p.user.open_id, form: filled }, NOBODY);
	return { store: p.store, definition, instance, witness: NOBODY };
}

export const pendingOf = (instance: Instance) => instance.tasks.filter(({ status }) => status === 'PENDING');
