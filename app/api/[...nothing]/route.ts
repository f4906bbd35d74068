import { answerProblem } from '@/lib/api/problem'
import { AppError } from '@/lib/errors/app-error'

/** An address of the API that leads nowhere is told so as every failure of the API is, and not by a page. */
function answerNothing(): Response {
  return answerProblem(new AppError('not-found', 'There is nothing here.'), 'api')
}

export {
  answerNothing as DELETE,
  answerNothing as GET,
  answerNothing as PATCH,
  answerNothing as POST,
  answerNothing as PUT,
}
