import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../feishu/json';
import type { Panel } from '../../shared/operation/panel';

/** What the panel calls the list that was chosen there; undefined for a link, an ID, or an expression. */
function chosenOnPanel(panel: Panel): { guid: unknown; name: string } | undefined {
	const [value, written] = [panel.value('tasklist'), panel.writtenAs('tasklist')];
	if (!isObject(value) || !isObject(written) || value.mode !== 'list' || value.value !== written.value)
		return undefined;
	const { value: guid, cachedResultName: name } = value;
	return typeof name === 'string' && name !== '' ? { guid, name } : undefined;
}

/**
 * Tasks with the name of the list that was chosen on the panel beside its guid: Feishu tells no names of lists, and to
 * ask for each would take a request.
 */
export function withListName(panel: Panel, tasks: IDataObject[]): IDataObject[] {
	const chosen = chosenOnPanel(panel);
	if (!chosen) return tasks;
	return tasks.map((task) => {
		if (!Array.isArray(task.tasklists)) return task;
		const tasklists = (task.tasklists as IDataObject[]).map((one) =>
			one.tasklist_guid === chosen.guid ? { ...one, tasklist_name: chosen.name } : one,
		);
		return { ...task, tasklists };
	});
}
