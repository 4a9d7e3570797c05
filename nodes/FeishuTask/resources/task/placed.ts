import { taskField } from '../../common/task';
import { tasklistField } from '../../common/tasklist';

export const task = taskField();

export const tasklist = tasklistField();
