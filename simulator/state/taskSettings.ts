/** What the pages about tasks leave open. The first one named is given unless a test asks for another. */
export interface TaskSettings {
	/** An app that asks for its tasks: refused, as the page has it, or answered, as the API Explorer has it. */
	appTaskList: 'answered' | 'refused';
}

export const TASK_SETTINGS: TaskSettings = {
	appTaskList: 'answered',
};
