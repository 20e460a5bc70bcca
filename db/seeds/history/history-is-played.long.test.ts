import { playASample } from '@tests/factories/play-a-sample'

playASample(3)
