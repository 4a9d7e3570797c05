/** What the pages about tasks leave open. The first one named is given unless a test asks for another. */
export interface TaskSettings {
	/** An app that asks for its tasks: refused, as the page has it, or answered, as the API Explorer has it. */
	appTaskList: 'answered' | 'refused';
	/** What becomes of a reminder when the due time is taken away: it goes along, or the change is refused. */
	taskReminderWithoutDue: 'removed' | 'refused';
	/** What becomes of subtasks when their task is deleted: they go along, or stay as tasks of their own. */
	taskDeletedParent: 'deleted' | 'kept';
}

export const TASK_SETTINGS: TaskSettings = {
	appTaskList: 'answered',
	taskReminderWithoutDue: 'removed',
	taskDeletedParent: 'deleted',
};
