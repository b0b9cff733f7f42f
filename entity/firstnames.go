package entity

import "strings"

// firstNames tells the gender that a first name makes likely; names borne by
// both, as Pat or Jordan, are 'u': a first name, but no gender.
var firstNames = func() map[string]byte {
	m := map[string]byte{}
	for _, list := range []struct {
		gender byte
		names  string
	}{{'m', men}, {'f', women}, {'u', either}} {
		for _, name := range strings.Fields(list.names) {
			if m[name] != 0 && m[name] != list.gender {
				m[name] = 'u'
				continue
			}
			m[name] = list.gender
		}
	}
	return m
}()

const men = `aaron abdul abdullah abraham adam adel adrian ahmad ahmed al alan albert alberto aldo alejandro alexander alexei alfonso alfred ali
allan allen alvin amir amos anatoly anderson andre andreas andrei andres andrew andy angelo angus anthony antonin antonio antony archibald arnold art
arthur arturo asa ashton barack barry bartholomew bashar ben benedict benjamin benny bernard bernie bert bill billy bob bobby boris boyd
brad bradley brandon brendan brent bret brett brian bruce bruno bryan bryant byron caleb calvin cameron carl carlos carlton
cesar chad charles charlie chester chris christian christopher chuck clarence clark claude clay clayton cliff clifford clint clinton
clive clyde cody colin conor conrad corey cornelius cory craig curt curtis cyrus dale damian damon dan daniel danny dante darrell
darren daryl dave david dean denis dennis denzel derek derrick desmond devin dick diego dietrich dinesh dirk dmitri dmitry dominic don
donald donnie doug douglas drew duane dustin dwayne dwight earl ed eddie edgar edmund eduardo edward edwin eli elias elijah elliot elliott
elon elmer elvis emanuel emilio emmanuel emmett enrique eric erik ernest ernesto ethan eugene evan everett ezra fabian fareed felipe felix
ferdinand fernando fidel floyd francis francisco francois frank franklin franz fred freddie frederick fritz gabriel garrett garry gary
gavin gene geoff geoffrey george gerald gerard geraldo gerardo gerry giancarlo gideon gilbert glen glenn gordon graham grant greg gregg gregory
grover guido guillermo gus gustavo guy habib hank hans harold harris harry harvey hasan hassan hector heinz helmut henri henry herbert herman
herschel homer horace howard howie hubert hugh hugo hussein ian ibrahim ignacio igor ike ira irving isaac isaiah ismail ivan jack jackson
jacob jacques jaime jake jamal james jared jason javier jay jeb jed jeff jefferson jeffrey jerald jeremiah jeremy jerome jerry jesse jesus jim
jimmy joachim joaquin joe joel johan johannes john johnnie johnny jon jonah jonas jonathan jorge jose josef joseph josh joshua juan
jules julian julio julius justin kareem karim karl keith ken kenneth kenny kent kevin khalid khizr kirk klaus kobe kofi kurt kyle lamar lance larry
lars laurence lawrence lebron leif len lenny leo leon leonard leonardo leopold leroy les lester levi lewis liam lincoln lionel lloyd lou
louie louis luca lucas luciano luigi luis lukas luke luther lyndon mahmoud malcolm manuel marc marcel marco marcos marcus mario mark
marlon marshall martin marty marvin mason mateo mathew matt matthew maurice mauricio max maximilian mehmet mel melvin michael michel miguel
mike mikhail miles milo milton mitch mitchell mitt mohamed mohammad mohammed moses muhammad murray mustafa nate nathan nathaniel neal ned neil
nelson newt nicholas nick nicolas nigel nikolai noah noam noel norbert norman octavio oleg oliver omar orlando orrin oscar osama otto owen
pablo paolo patrick paul pedro percy perry pete peter phil philip philippe phillip pierre piers preston quentin rafael ralph ramon randall
randolph randy raul ray raymond recep reggie reginald reince rene rex ricardo rich richard rick ricky rob robby robert roberto robin rod
rodney rodrigo roger roland rolf roman ron ronald ronnie rory ross roy ruben rudolf rudolph rudy rupert russ russell ryan salman salvador sam
samuel santiago saul scott sean sebastian sergei sergey sergio seth seymour shane shaun shawn sheldon sherman sid sidney silvio simon solomon
spencer stan stanley stefan stephen sterling steve steven stewart stu stuart sylvester tariq ted terrence thad thaddeus theo theodore
thomas tim timothy tobias todd tom tommy tony travis trevor tristan tucker tyler ulysses vaughn vernon victor vince vincent viktor virgil vladimir
wade wallace walt walter warren wayne wendell werner wes wesley wilbur wilhelm will willard william willie winston wolf wolfgang woodrow xavier
yasser yusuf zach zachary zbigniew`

const women = `abby abigail ada adele adriana agnes aileen aisha alana alexandra alexandria alexis alice alicia alison allison alma alyssa amal
amanda amber amelia amy ana anastasia andrea angela angelica angelina anita ann anna annabelle anne annette annie antoinette april ariana
arianna arlene ashley audrey aurora ava barbara beatrice becky belinda bella bernadette bernice bertha beth bethany betsy betty beverly bianca
blanca bonnie brenda brianna bridget brigitte britney brittany brooke caitlin camila camilla candace candice candy carla carly carmen carol carole
carolina caroline carolyn carrie cassandra catherine cathy cecilia celeste celia celine charlene charlotte chelsea cheryl chloe christiane christina
christine cindy claire clara clarissa claudia clementine cleo colleen condoleezza connie constance cora cordelia corinne courtney cristina crystal cynthia
daisy dana daniela danielle daphne darlene dawn deanna deb debbie deborah debra deirdre delia delores denise desiree diana diane dianne dina dolly
dolores donna dora doreen doris dorothy ebony edith edna eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth ella ellen elsa
elsie emilia emily emma erica erika erin esperanza estelle esther ethel eunice eva evelyn faith fatima faye felicia fern fiona flora florence
frances francesca frida gabriela gabriella gabrielle gail gayle genevieve georgia georgina geraldine gertrude gina ginger giselle gladys glenda gloria
grace greta gretchen gwen gwendolyn hannah harriet hazel heather heidi helen helena helga henrietta hilary hilda hillary holly hope huma ida ilana
ilene imelda imogen inez ingrid irene iris irma isabel isabella isabelle ivanka ivy jackie jacqueline jane janelle janet janice janine jasmine jean
jeanette jeanne jeannie jen jenna jennifer jenny jessica jill jillian jo joan joanna joanne jocelyn jodi joni josephine joy joyce juanita judith judy
julia juliana julianne julie juliet june justine kaitlyn kamala kara karen karin karla kate katelyn katherine kathleen kathryn kathy katie katrina
katy kay kayla kaylee keisha kellyanne kendra kerstin khadija kiara kimberly kirsten kirstjen kristen kristin kristina krystal lana lara laura lauren laurie
layla lea leah leila lena leslie leticia lidia lila lilian lillian lily linda lisa liz liza lois lola loretta lori lorraine louise lucia lucille
lucinda lucy luisa lupita lydia lynn lynne mabel madeleine madeline madison mae maggie maia malia mandy mara marcella marcia margaret margarita
margot maria mariah marian mariana marianne marie marilyn marina marion marissa marjorie marlene marsha marta martha mary maryam matilda maude maureen
mavis maxine maya megan megyn melania melanie melinda melissa mercedes meredith mia michele michelle mika mildred millicent mimi mindy miranda miriam
moira molly mona monica monique muriel myra myrtle nadia nancy naomi natalia natalie natasha nellie nicole nicola nikki nina nora noreen norma odessa
olga olivia opal ophelia paige pam pamela patricia patsy patti patty paula pauline pearl peggy penelope penny petra phoebe phyllis polly priscilla rachel
ramona raquel rebecca regina renee rhonda rita roberta robyn rochelle rosa rosalie rosalind rosalyn rosanne rose roseanne rosemary rosie roxanne ruby
ruth sabrina sadie sally samantha sandra sara sarah sasha savannah selena serena shannon shari sharon sheila shelby shelley sherry sheryl shirley
silvia simone sofia sonia sonya sophia sophie stacey stacy stella stephanie sue susan susana susanna susannah susanne susie suzanne svetlana sybil
sylvia tabitha tamara tammy tanya tara tatiana teresa tess tessa thea thelma theresa therese tiffany tina toni tracey tricia trisha trudy tulsi ursula
valerie vanessa vera verna veronica vicki vicky victoria viola violet virginia vivian wanda wendy whitney whoopi wilma winifred yolanda yvette yvonne
zoe`

const either = `alex ali angel ariel ash aubrey avery bailey billie blair blake bobbie brook cameron carey carson casey charley chris corey dakota dana darcy
devon drew dylan emerson finley francis frankie hayden harper hunter jackie jaden jamie jan jean jess jo joey jody jordan jules kai kelly kelsey kendall kerry kim
kris lane lee lesley leslie lindsay lindsey logan loren lou lynn mackenzie marion maxie mel micah mickey morgan nicky noel parker pat payton peyton quinn
randy ray reagan reese regan remy riley robin rory rowan ryan sage sam sandy sasha shannon shawn shelby sidney skyler spencer stacy stevie
sydney tatum taylor terry toby tracy val whitney yael yuri`
