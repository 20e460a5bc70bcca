import { Link } from '@remix-run/react'

import { Tag } from './tag'

type TaskStatus = 'done' | 'to-do' | 'some-missing' | 'cannot-start'

export interface Task {
  /** Unique on the page; ties the words and status to the link. */
  id: string
  title: string
  hint?: string
  to?: string
  status: TaskStatus
  /** Instead of the status' own words: '2 answers missing'. */
  statusText?: string
}

const STATUS = {
  done: 'Done',
  'to-do': 'Not started',
  'some-missing': 'Some answers missing',
  'cannot-start': 'Cannot start yet',
} as const satisfies Record<TaskStatus, string>

/** What there is to fill in, in any order, and how far each part is. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="govuk-task-list">
      {tasks.map(task => (
        <TaskRow key={task.id} task={task} />
      ))}
    </ul>
  )
}

function TaskRow({ task }: { task: Task }) {
  const linked = task.to !== undefined
  const described = `${task.hint ? `${task.id}-hint ` : ''}${task.id}-status`
  return (
    <li className={`govuk-task-list__item${linked ? ' govuk-task-list__item--with-link' : ''}`}>
      <div className="govuk-task-list__name-and-hint">
        {task.to === undefined ? (
          <div>{task.title}</div>
        ) : (
          <Link className="govuk-link govuk-task-list__link" to={task.to} aria-describedby={described}>
            {task.title}
          </Link>
        )}
        {task.hint && (
          <div id={`${task.id}-hint`} className="govuk-task-list__hint">
            {task.hint}
          </div>
        )}
      </div>
      <div id={`${task.id}-status`} className="govuk-task-list__status">
        <Status task={task} />
      </div>
    </li>
  )
}

function Status({ task }: { task: Task }) {
  const words = task.statusText ?? STATUS[task.status]
  if (task.status === 'done') return <>{words}</>
  if (task.status === 'cannot-start') return <span className="tg-quiet">{words}</span>
  return <Tag tone={task.status === 'to-do' ? 'blue' : 'dashed'}>{words}</Tag>
}
