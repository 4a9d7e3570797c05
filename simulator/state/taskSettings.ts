/** What the pages about tasks leave open. The first one named is given unless a test asks for another. */
export interface TaskSettings {
	/** An app that asks for its tasks: refused, as the page has it, or answered, as the API Explorer has it. */
	appTaskList: 'answered' | 'refused';
	/** What becomes of a reminder when the due time is taken away: it goes along, or the change is refused. */
	taskReminderWithoutDue: 'removed' | 'refused';
	/** What becomes of subtasks when their task is deleted: they go along, or stay as tasks of their own. */
	taskDeletedParent: 'deleted' | 'kept';
	/** What somebody may not even read, of tasks and their lists: refused for lack of the right, or as if it were not there. */
	unseenTask: 'denied' | 'notFound';
	/** Whether answers name people beside their ids: in tasks, as their samples do, or nowhere. */
	taskNames: 'inTasks' | 'absent';
	/** A member who is not known: refused as a wrong value, or as an error of the platform's own. */
	unknownTaskMember: 'value' | 'internal';
}

export const TASK_SETTINGS: TaskSettings = {
	appTaskList: 'answered',
	taskReminderWithoutDue: 'removed',
	taskDeletedParent: 'deleted',
	unseenTask: 'denied',
	taskNames: 'inTasks',
	unknownTaskMember: 'value',
};
